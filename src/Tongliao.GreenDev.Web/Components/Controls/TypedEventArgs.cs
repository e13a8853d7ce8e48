using Microsoft.AspNetCore.Components;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>What a person typed into a live field (<c>live-text.js</c>).</summary>
public sealed class TypedEventArgs : EventArgs
{
    /// <summary>The field's <c>data-field</c>.</summary>
    public string Field { get; set; } = "";

    /// <summary>Null where it is longer than the field's <c>data-max-length</c>: then it stays in the browser.</summary>
    public string? Text { get; set; }

    /// <summary>Characters typed, those at either end that do not show not counted.</summary>
    public int Length { get; set; }

    /// <summary>Counts up in a page with everything typed; the row says in <c>data-answered</c> how far it has come.</summary>
    public int Sequence { get; set; }
}

/// <summary>Tells Razor of <c>@ontyped</c>, which a row hears of every live field in it.</summary>
[EventHandler("ontyped", typeof(TypedEventArgs))]
public static class EventHandlers;
