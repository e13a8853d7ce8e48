namespace Tongliao.GreenDev.Application.Users;

/// <summary>Names the demo accounts on the sign-in page.</summary>
public interface IDemoAccounts
{
    /// <summary>Null on an installation without demo data.</summary>
    Task<DemoAccountList?> ListAsync(CancellationToken cancellationToken);
}
