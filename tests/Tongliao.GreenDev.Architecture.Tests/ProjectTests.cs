using System.Xml.Linq;
using ArchUnitNET.Fluent;
using ArchUnitNET.xUnitV3;
using Microsoft.EntityFrameworkCore;

namespace Tongliao.GreenDev.Architecture.Tests;

/// <summary>What each project must not know.</summary>
public sealed class ProjectTests
{
    /// <summary>Not even its start: services and queries open a context, and Web asks them.</summary>
    [Fact]
    public void Web_NamesNoDbContext()
    {
        var contexts = ArchRuleDefinition.Types(includeReferenced: true).That().HaveNameContaining(nameof(DbContext));

        ArchRuleDefinition.Types().That().ResideInAssembly(Portal.Web).Should().NotDependOnAny(contexts).Check(Portal.Code);
    }

    [Fact]
    public void Domain_ReferencesNoPackageAndNoProject()
    {
        var project = XDocument.Load(Path.Combine(Portal.Root, "src", "Tongliao.GreenDev.Domain", "Tongliao.GreenDev.Domain.csproj"));
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        Assert.DoesNotContain(project.Descendants(), element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference");
        Assert.All(Portal.Domain.GetReferencedAssemblies(), used => Assert.True(File.Exists(Path.Combine(shared, used.Name + ".dll")), used.Name));
    }

    [Fact]
    public void EmbeddedPostgres_KnowsNothingOfThePortal() =>
        Assert.DoesNotContain(
            Portal.EmbeddedPostgres.GetReferencedAssemblies(),
            used => used.Name!.StartsWith("Tongliao.", StringComparison.Ordinal) || used.Name.Contains("EntityFramework", StringComparison.Ordinal));

    [Fact]
    public void EmbeddedPostgres_KnownToTheStartAlone()
    {
        var server = ArchRuleDefinition.Types().That().ResideInAssembly(Portal.EmbeddedPostgres);

        Assert.DoesNotContain(Portal.Application.GetReferencedAssemblies(), used => used.Name == Portal.EmbeddedPostgres.GetName().Name);
        ArchRuleDefinition.Types().That().ResideInAssembly(Portal.Web).And().DoNotResideInNamespace("Tongliao.GreenDev.Web.Hosting")
            .Should().NotDependOnAny(server).Check(Portal.Code);
    }
}
