using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Texts;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What the log of messages shows; its own order is the latest first.</summary>
public sealed record MessageView : ListView<MessageColumn>
{
    public const string List = "/admin/messages";

    public MessageView()
    {
    }

    public MessageView(Func<string, string?> query)
        : base(query)
    {
        Channel = One<MessageChannel>(query("channel"));
        State = One<MessageState>(query("state"));
        Text = query("q") ?? "";
    }

    public MessageChannel? Channel { get; init; }

    public MessageState? State { get; init; }

    /// <summary>In recipient or subject.</summary>
    public string Text { get; init; } = "";

    public override string Address => AddressOf(List, ("channel", CodeOf(Channel)), ("state", CodeOf(State)), ("q", Text));

    public bool IsFiltered => Channel is not null || State is not null || TypedText.Sought(Text).Length > 0;

    public MessageFilter Filter => new(Channel, State, Text) { IsOldestFirst = Sort == MessageColumn.Time && !IsDescending };

    /// <summary>As it stands in an address and a list to choose from.</summary>
    public static string CodeOf<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant() ?? "";

    /// <summary>Reads what <see cref="CodeOf"/> wrote; null for anything else.</summary>
    public static T? One<T>(string? code)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => CodeOf(value) == code);
}
