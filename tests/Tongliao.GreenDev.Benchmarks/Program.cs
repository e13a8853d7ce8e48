using Tongliao.GreenDev.Benchmarks;

// Prints the tables of docs/performance.md, all or those named. The pages and circuits are those of artifacts/portal: publish it first.
//   dotnet run -c Release --project tests/Tongliao.GreenDev.Benchmarks [-- services|pages|circuits|kills|books]...
if (args is ["empty", var address])
{
    await EmptyPortal.ServeAsync(address);
    return 0;
}

if (args is ["book"])
{
    BookTable.WriteOne();
    return 0;
}

var tables = new (string Name, Func<Task> PrintAsync)[]
{
    ("services", () => ServiceTable.PrintAsync(rounds: 300)),
    ("pages", () => PageTable.PrintAsync(rounds: 300)),
    ("circuits", () => CircuitTable.PrintAsync(rounds: 2)),
    ("kills", () => KillTable.PrintAsync(edits: 10_000, kills: 20)),
    ("books", () => BookTable.PrintAsync(rounds: 15)),
};
if (args.Except(tables.Select(table => table.Name)).Any())
{
    Console.Error.WriteLine("usage: Tongliao.GreenDev.Benchmarks [services] [pages] [circuits] [kills] [books]");
    return 2;
}

foreach (var (_, printAsync) in tables.Where(table => args.Length == 0 || args.Contains(table.Name)))
{
    await printAsync();
}

return 0;
