using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Texts;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What the list of users shows; its own order is that of role, unit and login name.</summary>
public sealed record UserListView : ListView<UserColumn>
{
    public UserListView()
    {
    }

    public UserListView(Func<string, string?> query)
        : base(query)
    {
        Text = query("q") ?? "";
        Role = UserRoles.FromCode(query("role"));
        UnitCode = query("unit") ?? "";
        State = UserStates.FromCode(query("state"));
    }

    /// <summary>In the name or the login name.</summary>
    public string Text { get; init; } = "";

    public UserRole? Role { get; init; }

    public string UnitCode { get; init; } = "";

    public UserState? State { get; init; }

    public override string Address => AddressOf(UserAddress.List, ("q", Text), ("role", Role?.Code()), ("unit", UnitCode), ("state", State?.Code()));

    /// <summary>Whether some accounts are left out, on other pages not counted.</summary>
    public bool IsFiltered => TypedText.Sought(Text).Length > 0 || Role is not null || UnitCode.Length > 0 || State is not null;

    /// <summary>The rows of the page, and how many there are on all. Names are folded as no database folds them; a city has some hundred accounts.</summary>
    public (IReadOnlyList<UserRow> Rows, int Total) Of(IReadOnlyList<UserRow> all, DateTimeOffset now)
    {
        var wanted = all.Where(user => Wants(user, now)).ToList();
        var ordered = Sort is not { } sort ? wanted : IsDescending ? wanted.OrderByDescending(KeyOf(sort)) : wanted.OrderBy(KeyOf(sort)).AsEnumerable();
        return ([.. ordered.Skip(Page * Size).Take(Size)], wanted.Count);
    }

    private static Func<UserRow, (long, string)> KeyOf(UserColumn column) => column switch
    {
        UserColumn.Name => user => (0, user.DisplayName),
        UserColumn.Login => user => (0, user.LoginName),
        UserColumn.Role => user => ((long)user.Role, ""),
        UserColumn.Office => user => (0, user.UnitCode ?? user.DepartmentName ?? ""),
        UserColumn.SignIn => user => (user.LastSignInAt?.UtcTicks ?? 0, ""),
    };

    private bool Wants(UserRow user, DateTimeOffset now) =>
        (TypedText.Sought(Text) is not { Length: > 0 } sought
            || TypedText.Sought(user.DisplayName).Contains(sought, StringComparison.OrdinalIgnoreCase)
            || user.LoginName.Contains(sought, StringComparison.OrdinalIgnoreCase))
        && (Role is null || user.Role == Role)
        && (UnitCode.Length == 0 || user.UnitCode == UnitCode)
        && (State is null || UserStates.Of(user, now) == State);
}
