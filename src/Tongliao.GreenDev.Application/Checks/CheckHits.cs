namespace Tongliao.GreenDev.Application.Checks;

/// <summary>How often a rule is raised by what stands in a quarter's reports now.</summary>
/// <param name="Raised">命中.</param>
/// <param name="Explained">Of them, with its 说明.</param>
public sealed record CheckHits(int Raised, int Explained)
{
    public static CheckHits None { get; } = new(0, 0);

    /// <summary>Still to be mended or explained.</summary>
    public int Open => Raised - Explained;
}
