using Microsoft.AspNetCore.Components;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>A field of an <see cref="ActDialog"/>, which says below itself what is wrong with it.</summary>
public abstract class ActField : ComponentBase
{
    /// <summary>As the services name it in a refusal.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What to know before filling it in.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [CascadingParameter]
    private ActDialog Dialog { get; set; } = default!;

    protected string? Fault => Dialog.FaultOf(Name);

    protected string Id => $"act-{Name.Replace('.', '-')}";

    protected string? Invalid => Fault is null ? null : "true";

    /// <summary>Ids of the texts below the field.</summary>
    protected string? DescribedBy => Fault is not null ? $"{Id}-fault" : Hint is not null ? $"{Id}-hint" : null;

    /// <summary>What stands below the field.</summary>
    protected RenderFragment Below => builder =>
    {
        if ((Fault ?? Hint) is { } text)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", Fault is null ? "hint" : "field-error");
            builder.AddAttribute(2, "id", DescribedBy);
            builder.AddContent(3, text);
            builder.CloseElement();
        }
    };

    /// <summary>Puts the keyboard into it.</summary>
    public abstract Task FocusAsync();

    protected override void OnInitialized() => Dialog.Add(this);
}
