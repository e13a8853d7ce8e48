using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using MimeKit;
using Tongliao.GreenDev.Application.Notices;

namespace Tongliao.GreenDev.Application.Tests.Notices;

/// <summary>Mail over a line of its own to a server that is told how to behave.</summary>
public sealed class MailSenderTests : IDisposable
{
    private static readonly Letter Letter = new(new Guid("0192f3a1-7c1e-7b42-9d55-2f6a3c8e1b70"), "zhangsan@example.gov.cn", "【平台】催报：2025年三季度", "请于10月15日前报齐。\n第2项未填。\n");

    private readonly string folder = Directory.CreateTempSubdirectory("greendev-mail-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Send_PlainServer_TakesSubjectAndTextWhole()
    {
        await using var server = new MailReceiver();

        await SendAsync(server, Letter);

        var mail = Read(Assert.Single(server.Taken));
        Assert.Equal((Letter.Subject, Letter.Text), (mail.Subject, mail.TextBody?.ReplaceLineEndings("\n")));
        Assert.Equal((Letter.Address, "tongzhi@example.gov.cn"), (mail.To.Mailboxes.Single().Address, mail.From.Mailboxes.Single().Address));
        Assert.Equal("0192f3a17c1e7b429d552f6a3c8e1b70@example.gov.cn", mail.MessageId);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
    }

    [Fact]
    public async Task Send_SubjectWithLineBreaks_AddsNoHeader()
    {
        await using var server = new MailReceiver();

        await SendAsync(server, Letter with { Subject = "催报\r\nBcc: other@example.com\r\n\r\n正文" });

        var mail = Read(Assert.Single(server.Taken));
        Assert.Empty(mail.Bcc);
        Assert.Equal(Letter.Text, mail.TextBody?.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Send_StartTlsByAnOwnAuthority_SignsInBehindIt()
    {
        var (authority, certificate) = Certificates("127.0.0.1");
        await using var server = new MailReceiver { Certificate = certificate, Password = "\0tongzhi\0mima-2025" };

        await SendAsync(server, Letter, options =>
        {
            (options.Security, options.AuthorityFile) = (MailSecurity.StartTls, authority);
            (options.User, options.Password) = ("tongzhi", "mima-2025");
        });

        Assert.Single(server.Taken);
        Assert.Single(server.SignIns);
    }

    [Fact]
    public async Task Send_WrongPassword_IsTriedAgain_AndNotTold()
    {
        var (authority, certificate) = Certificates("127.0.0.1");
        await using var server = new MailReceiver { Certificate = certificate, Password = "\0tongzhi\0mima-2025" };

        var fault = await FaultAsync(server, options =>
        {
            (options.Security, options.AuthorityFile) = (MailSecurity.StartTls, authority);
            (options.User, options.Password) = ("tongzhi", "mima-2024");
        });

        Assert.Equal(("邮件服务器不接受设置的用户名和密码", false), (fault.Message, fault.IsForGood));
        Assert.DoesNotContain("mima-2024", fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("mail.example.gov.cn", true)]
    public async Task Send_CertificateOfAStrangerOrOfAnotherName_SendsNothing(string name, bool isAuthorityKnown)
    {
        var (authority, certificate) = Certificates(name);
        await using var server = new MailReceiver { Certificate = certificate, Password = "\0tongzhi\0mima-2025" };

        var fault = await FaultAsync(server, options =>
        {
            (options.Security, options.AuthorityFile) = (MailSecurity.StartTls, isAuthorityKnown ? authority : "");
            (options.User, options.Password) = ("tongzhi", "mima-2025");
        });

        Assert.Equal("邮件服务器的证书不受信任，或不能加密连接", fault.Message);
        Assert.Empty(server.SignIns);
    }

    [Fact]
    public async Task Send_ServerWithoutStartTls_SendsNothingInPlain()
    {
        await using var server = new MailReceiver();

        Assert.Equal("邮件服务器不能按设置的方式加密或登录", (await FaultAsync(server, options => options.Security = MailSecurity.StartTls)).Message);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData("550 no such mailbox", "250 fine", "收件邮箱不存在或拒收（550）", true)]
    [InlineData("554 5.7.1 <zhangsan@example.gov.cn>: Relay access denied", "250 fine", "邮件服务器不允许平台发信（554），请检查发信设置", false)]
    [InlineData("550 5.7.1 blocked by policy", "250 fine", "邮件服务器不允许平台发信（550），请检查发信设置", false)]
    [InlineData("550 relay not permitted", "250 fine", "邮件服务器不允许平台发信（550），请检查发信设置", false)]
    [InlineData("503 sign in first", "250 fine", "邮件服务器不允许平台发信（503），请检查发信设置", false)]
    [InlineData("250 fine", "530 5.7.0 authentication required", "邮件服务器要求登录，请检查发信设置", false)]
    [InlineData("450 try later", "250 fine", "邮件服务器暂时不收（450）", false)]
    [InlineData("250 fine", "553 not your address", "邮件服务器不接受设置的发件邮箱（553）", false)]
    public async Task Send_Refused_SaysWhetherForGood(string recipient, string sender, string message, bool isForGood)
    {
        await using var server = new MailReceiver { Recipient = recipient, Sender = sender };

        var fault = await FaultAsync(server, static _ => { });

        Assert.Equal((message, isForGood), (fault.Message, fault.IsForGood));
    }

    [Fact]
    public async Task Send_SilentServer_IsNotWaitedForLongerThanSet()
    {
        await using var server = new MailReceiver { IsSilent = true };

        Assert.Equal("邮件服务器没有及时回应", (await FaultAsync(server, static _ => { })).Message);
    }

    [Fact]
    public async Task Send_NobodyThere_IsToldInWords()
    {
        var server = new MailReceiver();
        await server.DisposeAsync();
        var port = FreePort();

        Assert.Equal("连接不上邮件服务器", (await Assert.ThrowsAsync<MessageException>(() => SendAsync(port, Letter, static _ => { }))).Message);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task<MessageException> FaultAsync(MailReceiver server, Action<MailOptions> set) =>
        Assert.ThrowsAsync<MessageException>(() => SendAsync(server.Port, Letter, set));

    private static Task SendAsync(MailReceiver server, Letter letter, Action<MailOptions>? set = null) => SendAsync(server.Port, letter, set ?? (static _ => { }));

    private static Task SendAsync(int port, Letter letter, Action<MailOptions> set)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = port, Security = MailSecurity.None, From = "tongzhi@example.gov.cn", TimeoutSeconds = 1 };
        set(options);
        return new MailSender(Options.Create(options)).SendAsync(letter, CancellationToken.None);
    }

    private static MimeMessage Read(string letter) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(letter)));

    /// <summary>The file of an authority, and a certificate for a name that it signed.</summary>
    private (string Authority, X509Certificate2 Certificate) Certificates(string name)
    {
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Office of tests", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = rootRequest.CreateSelfSigned(from, to);
        var file = Path.Combine(folder, "authority.pem");
        File.WriteAllText(file, root.ExportCertificatePem());

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(root, from, to, [1, 2, 3, 4]);
        using var whole = signed.CopyWithPrivateKey(key);
        return (file, X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), password: null));
    }
}
