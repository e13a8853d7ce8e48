using System.Net.Http.Json;
using System.Text.Json;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Speaks to the robots of 企业微信 and 钉钉, which take and answer the same.</summary>
internal static class GroupRobot
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = 4096,
    };

    /// <exception cref="MessageException">The robot did not say that it took it.</exception>
    public static async Task SayAsync(Uri webhook, string text, int timeoutSeconds, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(timeoutSeconds));
        try
        {
            using var answer = await Client.PostAsJsonAsync(webhook, new { msgtype = "text", text = new { content = text } }, timeout.Token);
            if (!answer.IsSuccessStatusCode)
            {
                throw new MessageException($"群机器人拒收（{(int)answer.StatusCode}）");
            }

            // It answers 200 also to what it refuses.
            var said = await answer.Content.ReadFromJsonAsync<Answer>(timeout.Token);
            if (said?.ErrCode != 0)
            {
                throw new MessageException(Refusal(said?.ErrCode));
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MessageException("群机器人没有及时回应");
        }
        catch (HttpRequestException fault)
        {
            throw new MessageException(fault.HttpRequestError switch
            {
                HttpRequestError.SecureConnectionError => "群机器人的证书不受信任",
                HttpRequestError.ConfigurationLimitExceeded => "群机器人的回应无法识别",
                _ => "连接不上群机器人",
            });
        }
        catch (JsonException)
        {
            throw new MessageException("群机器人的回应无法识别");
        }
    }

    private static string Refusal(int? code) => code switch
    {
        null => "群机器人的回应无法识别",
        93000 or 300001 => $"群机器人不存在或已被移出群，请核对 Webhook 地址（错误码{code}）",
        45009 or 130101 => $"群机器人发送太频繁（错误码{code}）",
        310000 => "钉钉机器人的安全设置不符，请核对加签密钥、关键词或IP白名单（错误码310000）",
        _ => $"群机器人拒收（错误码{code}）",
    };

    private sealed record Answer(int? ErrCode);
}
