using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>
/// Clerks' programs edit the open quarter of demo data, each value by one of them, while portal and database are killed at random
/// moments. An edit has an operation id and is sent until it is answered; then the history of every value is compared with the answers.
/// </summary>
public sealed class KilledEdits : IAsyncDisposable
{
    private const string Period = "2025Q4";
    private static readonly int[] Indicators = [15, 16, 20];

    private readonly PortalProcess portal;
    private readonly Random random;
    private readonly List<Writer> writers = [];
    private int left;
    private int acknowledged;
    private int sentAgain;

    private KilledEdits(PortalProcess portal, int seed)
    {
        this.portal = portal;
        random = new Random(seed);
    }

    /// <summary>One clerk of each unit, by login name and code; the portal has demo data and does not serve yet.</summary>
    public static async Task<KilledEdits> BeginAsync(PortalProcess portal, int seed, params (string Clerk, string Unit)[] clerks)
    {
        var run = new KilledEdits(portal, seed);
        portal.Settings["RateLimits__ApiPerMinute"] = "1000000";
        foreach (var (clerk, unit) in clerks)
        {
            run.writers.Add(new Writer(run, unit, await portal.LastLineAsync("create-token", "--user", clerk)));
        }

        await portal.ServeAsync();
        return run;
    }

    public async Task<KilledEditsResult> RunAsync(int edits, int kills)
    {
        await Task.WhenAll(writers.Select(writer => writer.ReadVersionsAsync()));
        left = edits;
        var started = Stopwatch.GetTimestamp();
        var writing = Task.WhenAll(writers.Select(writer => Task.Run(writer.WriteAsync)));
        var killed = new int[3];
        var kinds = Enumerable.Range(0, kills).Select(i => i % killed.Length).ToArray();
        random.Shuffle(kinds);
        var moments = Enumerable.Range(0, kills).Select(_ => random.Next(edits / 50, edits - (edits / 50))).Order().ToList();
        foreach (var (moment, kind) in moments.Zip(kinds))
        {
            while (Volatile.Read(ref acknowledged) < moment && !writing.IsCompleted)
            {
                await Task.Delay(1);
            }

            // Anywhere within an edit, not always right after one.
            await Task.Delay(random.Next(20));
            await KillAsync(kind);
            killed[kind]++;
        }

        await writing;
        var duration = Stopwatch.GetElapsedTime(started);
        var (lost, doubled) = await CompareAsync();
        return new KilledEditsResult(acknowledged, sentAgain, killed[0], killed[1], killed[2], lost, doubled, duration);
    }

    public async ValueTask DisposeAsync()
    {
        writers.ForEach(writer => writer.Dispose());
        await portal.DisposeAsync();
    }

    /// <param name="kind">0 the portal alone, 1 PostgreSQL and then the portal, 2 one process of PostgreSQL.</param>
    private async Task KillAsync(int kind)
    {
        if (kind == 2)
        {
            portal.KillDatabaseProcess(random);
            return;
        }

        if (kind == 1)
        {
            portal.KillDatabaseServer();
        }

        await portal.KillAsync();
        await portal.ServeAsync();
    }

    private async Task<(int Lost, int Doubled)> CompareAsync()
    {
        await using var database = await portal.OpenDatabaseAsync();
        var (lost, doubled) = (0, 0);
        foreach (var value in writers.SelectMany(writer => writer.Values))
        {
            var stored = await HistoryAsync(database, value);
            lost += value.Acknowledged.Except(stored).Count();
            doubled += stored.Count - stored.Intersect(value.Acknowledged).Count();
        }

        return (lost, doubled);
    }

    /// <summary>What was stored of a value since the run began.</summary>
    private static async Task<List<Edit>> HistoryAsync(NpgsqlConnection database, EditedValue value)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT r.version, r.operation_id, r.amount
            FROM value_revisions r
            JOIN reported_values v ON v.id = r.value_id
            JOIN submissions s ON s.id = v.submission_id
            JOIN reporting_units u ON u.id = s.unit_id
            JOIN indicators i ON i.id = v.indicator_id
            WHERE u.code = @unit AND i.number = @indicator AND s.quarter = @quarter AND r.version > @before
            ORDER BY r.version
            """,
            database);
        command.Parameters.AddWithValue("unit", value.Unit);
        command.Parameters.AddWithValue("indicator", value.Indicator);
        command.Parameters.AddWithValue("quarter", Period);
        command.Parameters.AddWithValue("before", value.VersionBefore);
        var history = new List<Edit>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            history.Add(new Edit(rows.GetInt32(0), rows.GetGuid(1), rows.GetDecimal(2)));
        }

        return history;
    }

    private sealed record Edit(int Version, Guid Operation, decimal Amount);

    private sealed record EditedValue(string Unit, int Indicator, int VersionBefore)
    {
        public List<Edit> Acknowledged { get; } = [];

        public int Version => Acknowledged.Count == 0 ? VersionBefore : Acknowledged[^1].Version;
    }

    private sealed class Writer : IDisposable
    {
        private readonly KilledEdits run;
        private readonly string unit;
        private readonly HttpClient client;

        public Writer(KilledEdits run, string unit, string token)
        {
            (this.run, this.unit) = (run, unit);
            client = new HttpClient { BaseAddress = new Uri(run.portal.Address), Timeout = TimeSpan.FromSeconds(20) };
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        public List<EditedValue> Values { get; } = [];

        public async Task ReadVersionsAsync()
        {
            var report = await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/values?region={unit}&period={Period}", UriKind.Relative));
            Values.AddRange(report.GetProperty("entries").EnumerateArray()
                .Where(entry => Indicators.Contains(entry.GetProperty("indicator").GetInt32()))
                .Select(entry => new EditedValue(unit, entry.GetProperty("indicator").GetInt32(), entry.GetProperty("version").GetInt32())));
        }

        public async Task WriteAsync()
        {
            while (Interlocked.Decrement(ref run.left) is var number and >= 0)
            {
                var value = Values[number % Values.Count];

                // No two edits have the same number.
                value.Acknowledged.Add(await SendAsync(value, Guid.CreateVersion7(), 1 + (number * 0.0001m)));
                Interlocked.Increment(ref run.acknowledged);
            }
        }

        public void Dispose() => client.Dispose();

        private async Task<Edit> SendAsync(EditedValue value, Guid operation, decimal amount)
        {
            var started = Stopwatch.GetTimestamp();
            while (true)
            {
                try
                {
                    using var answer = await client.PutAsJsonAsync(
                        new Uri($"/api/v1/values/{value.Unit}/{Period}/{value.Indicator}", UriKind.Relative),
                        new { inputs = new { amount }, version = value.Version, operationId = operation });
                    if (answer.StatusCode == HttpStatusCode.OK)
                    {
                        return new Edit((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32(), operation, amount);
                    }

                    if ((int)answer.StatusCode < 500)
                    {
                        var refusal = await answer.Content.ReadAsStringAsync();
                        throw new InvalidOperationException($"{value} was refused: {answer.StatusCode} {refusal}");
                    }
                }
                catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
                {
                    // The portal is gone; whether it stored the edit nobody knows.
                }

                if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(2))
                {
                    throw new TimeoutException($"{value} was never answered: {run.portal.Output[^Math.Min(2000, run.portal.Output.Length)..]}");
                }

                Interlocked.Increment(ref run.sentAgain);
                await Task.Delay(100);
            }
        }
    }
}
