using ArchUnitNET.Domain;

namespace Tongliao.GreenDev.Architecture.Tests;

/// <summary>Folders lie in layers: of two that know each other one is in the wrong place.</summary>
public sealed class FolderTests
{
    [Theory]
    [InlineData("Tongliao.GreenDev.Domain")]
    [InlineData("Tongliao.GreenDev.Application")]
    [InlineData("Tongliao.GreenDev.Web")]
    [InlineData("Tongliao.GreenDev.Web.Components.Pages")]
    public void Folders_OfOneProject_FormNoCycle(string above)
    {
        // A folder counts with what lies below it, which the slices of the library do not offer.
        var edges = Portal.Code.Types
            .SelectMany(type => type.Dependencies, (type, dependency) => (From: FolderOf(type, above), To: FolderOf(dependency.Target, above)))
            .Where(edge => edge.From is not null && edge.To is not null && edge.From != edge.To)
            .ToHashSet();

        Assert.NotEmpty(edges);
        while (edges.Where(edge => edges.All(next => next.From != edge.To) || edges.All(before => before.To != edge.From)).ToList() is { Count: > 0 } loose)
        {
            edges.ExceptWith(loose);
        }

        Assert.Empty(edges);
    }

    /// <summary>Null for what lies elsewhere, or directly in the folder above: that is where all is put together.</summary>
    private static string? FolderOf(IType type, string above) =>
        type.Namespace?.FullName is { } name && name.StartsWith(above + '.', StringComparison.Ordinal)
            ? name[(above.Length + 1)..].Split('.')[0]
            : null;
}
