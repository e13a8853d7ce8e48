using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class UserServiceTests(UsersDatabase database) : IClassFixture<UsersDatabase>
{
    private static readonly Office Leader = new(UserRole.Leader, null, null);

    private static readonly Dictionary<string, Func<UsersDatabase, Caller, Guid, Task>> Acts = new()
    {
        ["create"] = (d, caller, _) => d.Users.CreateAsync(caller, new NewUser("someone.new", "新人", Leader), CancellationToken.None),
        ["reset-password"] = (d, caller, id) => d.Users.ResetPasswordAsync(caller, id, CancellationToken.None),
        ["reset-second-factor"] = (d, caller, id) => d.Users.ResetSecondFactorAsync(caller, id, CancellationToken.None),
        ["disable"] = (d, caller, id) => d.Users.DisableAsync(caller, id, CancellationToken.None),
        ["enable"] = (d, caller, id) => d.Users.EnableAsync(caller, id, CancellationToken.None),
        ["change-office"] = (d, caller, id) => d.Users.ChangeOfficeAsync(caller, id, Leader, CancellationToken.None),
        ["list"] = (d, caller, _) => d.Get<UserQueries>().ListAsync(caller, CancellationToken.None),
    };

    public static TheoryData<UserRole, string> NotForThem()
    {
        var data = new TheoryData<UserRole, string>();
        foreach (var role in Enum.GetValues<UserRole>().Where(role => role != UserRole.Admin))
        {
            foreach (var act in Acts.Keys)
            {
                data.Add(role, act);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(NotForThem))]
    public async Task EveryAct_AnyRoleButAdministrator_ForbiddenAndNothingChanged(UserRole role, string act)
    {
        var caller = await database.PersonAsync(role);
        var target = await database.PersonAsync(UserRole.Leader);
        var before = await database.ReadAsync(db => db.AuditEvents.CountAsync());

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => Acts[act](database, caller, target.UserId));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
        Assert.Equal(before, await database.ReadAsync(db => db.AuditEvents.CountAsync()));
    }

    [Theory]
    [InlineData("reset-password")]
    [InlineData("reset-second-factor")]
    [InlineData("disable")]
    [InlineData("enable")]
    [InlineData("change-office")]
    public async Task EveryAct_UnknownAccount_NotFound(string act) =>
        Assert.Equal(
            RefusalKind.NotFound,
            (await Assert.ThrowsAsync<RefusalException>(() => Acts[act](database, database.Administrator, Guid.CreateVersion7()))).Kind);

    [Fact]
    public async Task EveryAct_DisabledAdministrator_Forbidden()
    {
        var former = await database.PersonAsync(UserRole.Admin);
        await database.Users.DisableAsync(database.Administrator, former.UserId, CancellationToken.None);

        foreach (var act in Acts.Values)
        {
            Assert.Equal(
                RefusalKind.Forbidden,
                (await Assert.ThrowsAsync<RefusalException>(() => act(database, former, database.Administrator.UserId))).Kind);
        }
    }

    [Fact]
    public async Task Create_FittingOffice_StoredAndAuditedWithoutThePassword()
    {
        var created = await database.Users.CreateAsync(
            database.Administrator, new NewUser("Naiman.Zhang", "张海燕", new Office(UserRole.Clerk, "150525", null)), CancellationToken.None);

        var row = (await database.Get<UserQueries>().ListAsync(database.Administrator, CancellationToken.None)).Single(user => user.Id == created.Id);
        Assert.Equal(("Naiman.Zhang", "张海燕", "奈曼旗 填报员", true), (row.LoginName, row.DisplayName, row.OfficeName, row.MustChangePassword));
        var audit = Assert.Single(await database.AuditAsync("user Naiman.Zhang"));
        Assert.Equal((AuditKinds.UserCreated, (Guid?)database.Administrator.UserId), (audit.Kind, audit.UserId));
        Assert.Contains("\"region\": \"150525\"", audit.After, StringComparison.Ordinal);
        Assert.DoesNotContain(created.OneTimePassword, audit.After, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", audit.After, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("a", "张三", UserRole.Leader, null, null, "name")]
    [InlineData("张三", "张三", UserRole.Leader, null, null, "name")]
    [InlineData("zhang san", "张三", UserRole.Leader, null, null, "name")]
    [InlineData("zhang'--", "张三", UserRole.Leader, null, null, "name")]
    [InlineData("zhang.three", "", UserRole.Leader, null, null, "displayName")]
    [InlineData("zhang.three", "张\n三", UserRole.Leader, null, null, "displayName")]
    [InlineData("zhang.three", "\u3164\u200b\u2800", UserRole.Leader, null, null, "displayName")]
    [InlineData("zhang.three", "\U000E0041\uFE0F\u202E", UserRole.Leader, null, null, "displayName")]
    [InlineData("zhang.three", "张三", (UserRole)99, null, null, "role")]
    [InlineData("zhang.three", "张三", UserRole.Clerk, null, null, "region")]
    [InlineData("zhang.three", "张三", UserRole.Clerk, "150500", null, "region")]
    [InlineData("zhang.three", "张三", UserRole.CountyReviewer, "999999", null, "region")]
    [InlineData("zhang.three", "张三", UserRole.Clerk, "150525", "shuiwu", "department")]
    [InlineData("zhang.three", "张三", UserRole.DepartmentReviewer, null, null, "department")]
    [InlineData("zhang.three", "张三", UserRole.DepartmentReviewer, null, "nowhere", "department")]
    [InlineData("zhang.three", "张三", UserRole.DepartmentReviewer, "150525", "shuiwu", "region")]
    [InlineData("zhang.three", "张三", UserRole.Bureau, "150525", null, "region")]
    [InlineData("zhang.three", "张三", UserRole.Admin, null, "shuiwu", "department")]
    public async Task Create_Fault_InvalidAtTheField(string name, string displayName, UserRole role, string? unit, string? department, string field)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => database.Users.CreateAsync(
            database.Administrator, new NewUser(name, displayName, new Office(role, unit, department)), CancellationToken.None));

        Assert.Equal((RefusalKind.Invalid, field), (refusal.Kind, Assert.Single(refusal.Errors).Field));
    }

    [Fact]
    public async Task Create_NameInOtherCase_Refused()
    {
        await database.Users.CreateAsync(database.Administrator, new NewUser("wang.wu", "王五", Leader), CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() =>
            database.Users.CreateAsync(database.Administrator, new NewUser("Wang.Wu", "王五", Leader), CancellationToken.None));

        Assert.Equal("duplicate_user_name", refusal.Code);
    }

    [Fact]
    public async Task Create_SameNameFromTenSidesAtOnce_OneWins()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                await database.Users.CreateAsync(database.Administrator, new NewUser("race.winner", "赛手", Leader), CancellationToken.None);
                return "created";
            }
            catch (RefusalException refusal)
            {
                return refusal.Code;
            }
        }));

        Assert.Single(tries, "created");
        Assert.All(tries.Where(result => result != "created"), code => Assert.Equal("duplicate_user_name", code));
    }

    [Fact]
    public async Task ResetPassword_OldOneNoLongerWorks_NewOneMustBeChanged()
    {
        var clerk = await database.ClerkAsync();

        var password = await database.Users.ResetPasswordAsync(database.Administrator, clerk.Caller.UserId, CancellationToken.None);

        Assert.IsType<SignInAnswer.Refused>(await database.SignIns.WithPasswordAsync(clerk.LoginName, clerk.Password, "", CancellationToken.None));
        var answer = await database.SignIns.WithPasswordAsync(clerk.LoginName, password, "", CancellationToken.None);
        Assert.True(Assert.IsType<SignInAnswer.Accepted>(answer).User.MustChangePassword);
        Assert.Contains(await database.AuditAsync($"user {clerk.LoginName}"), audit => audit.Kind == AuditKinds.PasswordReset);
    }

    [Fact]
    public async Task ResetPassword_LockedAccount_LockIsLifted()
    {
        var clerk = await database.ClerkAsync();
        for (var i = 0; i < 5; i++)
        {
            await database.SignIns.WithPasswordAsync(clerk.LoginName, "wrong", "", CancellationToken.None);
        }

        var password = await database.Users.ResetPasswordAsync(database.Administrator, clerk.Caller.UserId, CancellationToken.None);

        Assert.IsType<SignInAnswer.Accepted>(await database.SignIns.WithPasswordAsync(clerk.LoginName, password, "", CancellationToken.None));
    }

    [Fact]
    public async Task ChangeOffice_Clerk_MovedAndAuditedBeforeAndAfter()
    {
        var clerk = await database.ClerkAsync();

        await database.Users.ChangeOfficeAsync(
            database.Administrator, clerk.Caller.UserId, new Office(UserRole.DepartmentReviewer, null, "shuiwu"), CancellationToken.None);

        var user = await database.UserAsync(clerk.Caller.UserId);
        Assert.Equal((UserRole.DepartmentReviewer, null, "shuiwu"), (user.Role, user.UnitId, user.DepartmentId));
        var audit = (await database.AuditAsync($"user {clerk.LoginName}")).Last();
        Assert.Contains("\"role\": \"Clerk\"", audit.Before, StringComparison.Ordinal);
        Assert.Contains("\"department\": \"shuiwu\"", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DisableAndEnable_WrongState_Conflict()
    {
        var leader = await database.PersonAsync(UserRole.Leader);
        await RefusedAsync(() => database.Users.EnableAsync(database.Administrator, leader.UserId, CancellationToken.None));
        await database.Users.DisableAsync(database.Administrator, leader.UserId, CancellationToken.None);
        await RefusedAsync(() => database.Users.DisableAsync(database.Administrator, leader.UserId, CancellationToken.None));
        await database.Users.EnableAsync(database.Administrator, leader.UserId, CancellationToken.None);
        Assert.False((await database.UserAsync(leader.UserId)).IsDisabled);
    }

    private static async Task RefusedAsync(Func<Task> act) =>
        Assert.Equal(RefusalKind.Conflict, (await Assert.ThrowsAsync<RefusalException>(act)).Kind);
}
