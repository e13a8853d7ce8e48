using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Pages.Admin;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>What the list of users shows, and how an address says it.</summary>
public sealed class UserListViewTests
{
    private static readonly DateTimeOffset Now = new(2025, 10, 9, 1, 0, 0, TimeSpan.Zero);

    private static readonly UserRow[] People =
    [
        User("beta", "王二", UserRole.Clerk, "150525"),
        User("alpha", "李四", UserRole.Clerk, "150521") with { IsDisabled = true },
        User("gamma", "张三", UserRole.Bureau, null) with { LockedUntil = Now.AddMinutes(5), LastSignInAt = Now.AddDays(-1) },
        User("delta", "赵六", UserRole.Admin, null) with { MustChangePassword = true },
    ];

    [Theory]
    [InlineData("/admin/users")]
    [InlineData("/admin/users?q=%E7%8E%8B&role=clerk&unit=150525&state=locked&sort=-signin&page=3&size=50")]
    [InlineData("/admin/users?sort=name")]
    public void Address_ReadAgain_IsTheSame(string address) => Assert.Equal(address, Read(address).Address);

    [Theory]
    [InlineData("/admin/users?sort=passwordhash")]
    [InlineData("/admin/users?sort=-")]
    [InlineData("/admin/users?page=0")]
    [InlineData("/admin/users?page=-1")]
    [InlineData("/admin/users?page=99999999999")]
    [InlineData("/admin/users?size=100000")]
    [InlineData("/admin/users?role=root&state=x")]
    public void Address_ThatSaysNoSuchThing_ShowsTheListAsOpened(string address) => Assert.Equal(new UserListView(), Read(address));

    [Theory]
    [InlineData("/admin/users", "beta alpha gamma delta")]
    [InlineData("/admin/users?sort=login", "alpha beta delta gamma")]
    [InlineData("/admin/users?sort=-login", "gamma delta beta alpha")]
    [InlineData("/admin/users?sort=-signin&state=locked", "gamma")]
    [InlineData("/admin/users?q=%E6%9D%8E", "alpha")]
    [InlineData("/admin/users?q=ETA", "beta")]
    [InlineData("/admin/users?role=clerk&state=disabled", "alpha")]
    [InlineData("/admin/users?unit=150525", "beta")]
    [InlineData("/admin/users?state=first-password", "delta")]
    [InlineData("/admin/users?page=2", "")]
    public void Rows_OfAnAddress_AreThoseItAsksFor(string address, string names) =>
        Assert.Equal(names, string.Join(' ', Read(address).Of(People, Now).Rows.Select(user => user.LoginName)));

    [Fact]
    public void Rows_OfASecondPage_ComeAfterThoseOfTheFirst()
    {
        var many = Enumerable.Range(0, 25).Select(number => User($"u{number:D2}", "人", UserRole.Clerk, "150525")).ToList();

        var (rows, total) = Read("/admin/users?size=10&page=3").Of(many, Now);

        Assert.Equal((25, "u20", 5), (total, rows[0].LoginName, rows.Count));
    }

    private static UserListView Read(string address)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://portal" + address).Query);
        return new UserListView(name => query.TryGetValue(name, out var value) ? value.ToString() : null);
    }

    private static UserRow User(string login, string name, UserRole role, string? unit) => new()
    {
        Id = Guid.CreateVersion7(),
        LoginName = login,
        DisplayName = name,
        Role = role,
        UnitCode = unit,
        UnitName = unit,
        DepartmentId = null,
        DepartmentName = null,
        IsDisabled = false,
        MustChangePassword = false,
        HasSecondFactor = false,
        IsDemo = false,
        LockedUntil = null,
        LastSignInAt = null,
        PasswordChangedAt = null,
        CreatedAt = Now,
        Version = 1,
    };
}
