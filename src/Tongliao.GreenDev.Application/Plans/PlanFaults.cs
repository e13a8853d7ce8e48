namespace Tongliao.GreenDev.Application.Plans;

/// <summary>Gathers the faults of a plan file, so that they are reported together.</summary>
internal sealed class PlanFaults(PlanFilePlaces places)
{
    private readonly List<PlanFileFault> faults = [];

    public void Add(string path, string message) => faults.Add(new PlanFileFault(path, message, places.Of(path)));

    public void Require(bool holds, string path, string message)
    {
        if (!holds)
        {
            Add(path, message);
        }
    }

    /// <summary>Refuses every item whose key an earlier one has.</summary>
    public void RequireUnique<T, TKey>(string path, string member, IReadOnlyList<T> items, Func<T, TKey> key)
    {
        var seen = new HashSet<TKey>();
        for (var i = 0; i < items.Count; i++)
        {
            Require(seen.Add(key(items[i])), $"{path}[{i}]{member}", $"“{key(items[i])}”重复");
        }
    }

    /// <summary>Refuses every item whose number is not above that of the one before, which also makes the numbers unique.</summary>
    public void RequireAscending<T>(string path, string member, IReadOnlyList<T> items, Func<T, int> number, int first = 1)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var lowest = i == 0 ? first : number(items[i - 1]) + 1;
            Require(number(items[i]) >= lowest, $"{path}[{i}]{member}", $"{number(items[i])}须为正数、不重复并由小到大排列");
        }
    }

    /// <exception cref="PlanFileException">There are faults.</exception>
    public void ThrowIfAny()
    {
        if (faults.Count > 0)
        {
            throw new PlanFileException([.. faults]);
        }
    }
}
