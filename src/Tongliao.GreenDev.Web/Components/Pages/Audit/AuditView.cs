using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Audit;

/// <summary>What the audit shows; its own order is the latest first.</summary>
public sealed record AuditView : ListView<AuditColumn>
{
    public AuditView()
    {
    }

    public AuditView(Func<string, string?> query)
        : base(query)
    {
        From = query("from") ?? "";
        To = query("to") ?? "";
        Kind = AuditKinds.All.FirstOrDefault(kind => kind == query("kind")) ?? "";
        User = query("user") ?? "";
        Subject = query("subject") ?? "";
        Text = query("text") ?? "";
    }

    /// <summary>The first day, as it was typed.</summary>
    public string From { get; init; } = "";

    /// <summary>The last day, as it was typed.</summary>
    public string To { get; init; } = "";

    public string Kind { get; init; } = "";

    public string User { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Text { get; init; } = "";

    public override string Address => AddressOf(
        "/audit", ("from", From), ("to", To), ("kind", Kind), ("user", User), ("subject", Subject), ("text", Text));

    public bool IsFiltered => this with { Sort = null, IsDescending = false, Page = 0, Size = ListSizes.Usual } != new AuditView();

    /// <summary>Chinese: what is wrong with a day that was typed, and so does not filter.</summary>
    public string? Fault => DateText.Read(From).Fault ?? DateText.Read(To).Fault;

    public AuditFilter Filter => new()
    {
        From = DateText.Read(From).Value,
        To = DateText.Read(To).Value,
        Kind = Kind,
        User = User,
        Subject = Subject,
        Text = Text,
        Sort = Sort ?? AuditColumn.Time,
        IsAscending = Sort is not null && !IsDescending,
    };
}
