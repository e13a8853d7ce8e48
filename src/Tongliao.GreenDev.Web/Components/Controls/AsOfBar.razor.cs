using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>The way to what a page said on another day, and to the address under which what it says now can be had for ever.</summary>
public sealed partial class AsOfBar(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public PageView View { get; set; } = default!;

    private DateOnly? Day => View.AsOf is { } asOf ? DateOnly.FromDateTime(asOf.Local) : null;

    private DateOnly Latest => clock.Today.AddDays(-1);
}
