using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Tongliao.GreenDev.Architecture.Tests;

/// <summary>A component says in its constructor what it needs, as every other class does.</summary>
public sealed class ComponentTests
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // A line "@inject" becomes a property with this attribute too.
    [Fact]
    public void Components_HaveNoInjectedProperty()
    {
        var components = Portal.Web.GetTypes().Where(type => type.IsAssignableTo(typeof(IComponent))).ToList();

        Assert.NotEmpty(components);
        Assert.Empty(components
            .SelectMany(component => component.GetProperties(Declared))
            .Where(property => property.IsDefined(typeof(InjectAttribute)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"));
    }
}
