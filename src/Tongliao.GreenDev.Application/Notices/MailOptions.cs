using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>The server by which mail goes out; section <c>Mail</c>. Without a host none does.</summary>
public sealed class MailOptions : IPortalOptions, IValidatableObject
{
    public static string Section => "Mail";

    public string Host { get; set; } = "";

    [Range(1, 65535, ErrorMessage = "应在 1 到 65535 之间（端口）")]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Empty for a server that asks for none.</summary>
    public string User { get; set; } = "";

    [PasswordPropertyText(true)]
    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>A file with the certificate of an authority that signed the server's (PEM); empty for those that the machine trusts.</summary>
    public string AuthorityFile { get; set; } = "";

    [Range(1, 60, ErrorMessage = "应在 1 到 60 之间（秒）")]
    public int TimeoutSeconds { get; set; } = 15;

    internal bool IsConfigured => Host.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Security))
        {
            yield return new ValidationResult("应是 StartTls、Tls、None 之一", [nameof(Security)]);
        }

        if (Host.Length > 0 && Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            yield return new ValidationResult("应是邮件服务器的域名或地址，不带端口和 smtp://", [nameof(Host)]);
        }

        if (IsConfigured && MailAddress.Read(From) is null)
        {
            yield return new ValidationResult("设置了 Mail__Host 时必须写明发件邮箱，例如 tongzhi@example.gov.cn", [nameof(From)]);
        }

        if ((User.Length == 0) != (Password.Length == 0))
        {
            yield return new ValidationResult("Mail__User 和 Mail__Password 应同时设置，或都不设置", [nameof(User)]);
        }

        if (User.Length > 0 && Security == MailSecurity.None)
        {
            yield return new ValidationResult("为 None 时不能设置 Mail__User：密码会以明文传送。请改为 StartTls 或 Tls", [nameof(Security)]);
        }

        if (AuthorityFile.Length > 0 && !File.Exists(AuthorityFile))
        {
            yield return new ValidationResult("没有这个文件；应是签发邮件服务器证书的机构证书（PEM）", [nameof(AuthorityFile)]);
        }
    }
}
