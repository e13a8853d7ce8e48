namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>How a child process ended and what it wrote to both of its streams.</summary>
internal sealed record ChildResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}
