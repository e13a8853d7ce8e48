using System.Reflection;
using ArchUnitNET.Fluent;
using ArchUnitNET.xUnitV3;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Architecture.Tests;

/// <summary>What every county's page may see has no way to another unit's targets and baselines.</summary>
public sealed class PlanFactsTests
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public;

    /// <summary>What belongs to one unit.</summary>
    private static readonly Type[] OfOneUnit = [typeof(Baseline), typeof(UnitTarget), typeof(UnitCase)];

    [Fact]
    public void Web_NamesNoReferenceData()
    {
        var whole = Portal.Application.GetType("Tongliao.GreenDev.Application.Data.ReferenceData", throwOnError: true)!;

        Assert.False(whole.IsVisible);
        ArchRuleDefinition.Types().That().ResideInAssembly(Portal.Web).Should().NotDependOnAny(whole).Check(Portal.Code);
    }

    [Fact]
    public void PlanFacts_LeadToNothingOfOneUnit() =>
        Assert.Empty(ReachedFrom(typeof(PlanFacts)).Intersect(OfOneUnit));

    [Fact]
    public void QueriesAndServices_ThatLeadToWhatIsOfOneUnit_AskWhoReads()
    {
        var leading = Portal.Application.GetExportedTypes()
            .SelectMany(type => type.GetMethods(Members | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.DeclaringType!.Name.EndsWith("Queries", StringComparison.Ordinal)
                || method.DeclaringType.Name.EndsWith("Service", StringComparison.Ordinal)
                || method.DeclaringType == typeof(PlanCatalogue))
            // Rates what its caller gives it; of no unit does it read anything.
            .Where(method => method.DeclaringType != typeof(PreviewQueries))
            .Where(method => ReachedFrom(method.ReturnType).Overlaps(OfOneUnit))
            .ToList();

        Assert.NotEmpty(leading);
        Assert.Empty(leading
            .Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(Caller)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));
    }

    /// <summary>A type, and all that can be had from it by public members, as far as they are the portal's own.</summary>
    private static HashSet<Type> ReachedFrom(Type start)
    {
        var reached = new HashSet<Type>();
        var waiting = new Stack<Type>([start]);
        while (waiting.TryPop(out var type))
        {
            var parts = type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
            if (!reached.Add(type))
            {
                continue;
            }

            foreach (var next in parts.Concat(IsOwn(type) ? GivenBy(type) : []))
            {
                waiting.Push(next);
            }
        }

        return reached;
    }

    private static bool IsOwn(Type type) => type.Assembly == Portal.Domain || type.Assembly == Portal.Application;

    private static IEnumerable<Type> GivenBy(Type type) => type.GetMethods(Members).Select(method => method.ReturnType)
        .Concat(type.GetFields(Members).Select(field => field.FieldType));
}
