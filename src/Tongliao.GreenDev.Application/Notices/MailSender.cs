using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Sends mail by the server of the settings.</summary>
public sealed class MailSender(IOptions<MailOptions> options) : IMessageSender
{
    public MessageChannel Channel => MessageChannel.Mail;

    public bool IsConfigured => options.Value.IsConfigured;

    public async Task SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        var server = options.Value;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(server.TimeoutSeconds));
        try
        {
            await SendAsync(letter, server, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MessageException("邮件服务器没有及时回应");
        }
        catch (SmtpCommandException refused)
        {
            throw Refusal(refused);
        }
        catch (Exception fault) when (WordOf(fault) is { } word)
        {
            throw new MessageException(word);
        }
    }

    private static async Task SendAsync(Letter letter, MailOptions server, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();

        // Lists of revoked certificates lie outside, where a portal in the city's network seldom reaches.
        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = (_, certificate, _, errors) => IsTrusted(certificate, errors, server.AuthorityFile);
        await client.ConnectAsync(server.Host, server.Port, Options(server.Security), cancellationToken);
        if (server.User.Length > 0)
        {
            await client.AuthenticateAsync(server.User, server.Password, cancellationToken);
        }

        await client.SendAsync(Mail(letter, server), cancellationToken);
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
        {
            // It was taken: how the two part does not change that.
        }
    }

    private static string? WordOf(Exception fault) => fault switch
    {
        ServiceNotAuthenticatedException => "邮件服务器要求登录，请检查发信设置",
        AuthenticationException => "邮件服务器不接受设置的用户名和密码",
        SslHandshakeException => "邮件服务器的证书不受信任，或不能加密连接",
        NotSupportedException => "邮件服务器不能按设置的方式加密或登录",
        SocketException or IOException or ProtocolException or ServiceNotConnectedException => "连接不上邮件服务器",
        _ => null,
    };

    /// <summary>What a server says for good (5xx) of an address or a mail stays so; what it says of the sender or of who may send may be mended.</summary>
    private static MessageException Refusal(SmtpCommandException refused)
    {
        var code = (int)refused.StatusCode;
        return refused.ErrorCode switch
        {
            _ when MayNotSend(code, refused.Message) => new MessageException($"邮件服务器不允许平台发信（{code}），请检查发信设置"),
            SmtpErrorCode.RecipientNotAccepted when code >= 500 => new MessageException($"收件邮箱不存在或拒收（{code}）", isForGood: true),
            SmtpErrorCode.MessageNotAccepted when code >= 500 => new MessageException($"邮件服务器拒收这封邮件（{code}）", isForGood: true),
            SmtpErrorCode.SenderNotAccepted => new MessageException($"邮件服务器不接受设置的发件邮箱（{code}）"),
            _ => new MessageException($"邮件服务器暂时不收（{code}）"),
        };
    }

    /// <summary>It wants a sign-in, or speaks of its rules (enhanced status 5.7.x, with or without a number: relaying): of the settings, not of one mailbox.</summary>
    private static bool MayNotSend(int code, string answer) =>
        code is 503 or 530 or 535 || answer.StartsWith("5.7.", StringComparison.Ordinal) || answer.Contains("relay", StringComparison.OrdinalIgnoreCase);

    private static bool IsTrusted(X509Certificate? certificate, SslPolicyErrors errors, string authorityFile)
    {
        // An authority of one's own makes up for an unknown signature alone, not for another name.
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || authorityFile.Length == 0 || certificate is null)
        {
            return errors == SslPolicyErrors.None;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(authorityFile);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var own = new X509Certificate2(certificate);
        return chain.Build(own);
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
    };

    private static MimeMessage Mail(Letter letter, MailOptions server)
    {
        var mail = new MimeMessage { Subject = letter.Subject, Body = new TextPart("plain") { Text = letter.Text } };
        mail.From.Add(new MailboxAddress(MessageTexts.Portal, server.From));
        mail.To.Add(new MailboxAddress("", letter.Address));
        mail.MessageId = $"{letter.Id:N}@{server.From[(server.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}";

        // No machine answers it.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }
}
