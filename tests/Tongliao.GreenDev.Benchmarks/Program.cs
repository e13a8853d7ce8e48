using Tongliao.GreenDev.Benchmarks;

// dotnet run -c Release --project tests/Tongliao.GreenDev.Benchmarks [-- ROUNDS]
// Prints a Markdown table for docs/performance.md. Rows of one group are measured in turn, so that noise hits them alike.
var rounds = args is [var given] && int.TryParse(given, out var parsed) ? parsed : 300;
await using var portal = await BenchmarkPortal.StartAsync();
var table = new ResultTable(Console.Out, portal.Statements);

await table.RunAsync(rounds, DashboardJobs.Of(portal));
await table.RunAsync(rounds, SaveJobs.Of(portal));
await table.RunAsync(Math.Max(20, rounds / 10), ExportJobs.Of(portal));
