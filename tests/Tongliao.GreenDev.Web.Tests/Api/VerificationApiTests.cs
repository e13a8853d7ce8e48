using System.Text.Json.Nodes;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>核对文件 as programs ask for it.</summary>
public sealed class VerificationApiTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    private const string Address = "/api/v1/files/verify";

    [Fact]
    public async Task JustExported_IsCurrent_WithWhatItIs()
    {
        var verdict = await VerifyAsync(portal.Leader, await portal.Bureau.DownloadAsync("/exports/annex.xlsx?period=2024Q3"));

        Assert.Equal(("current", "附件表", "2024Q3", "submitted"), ((string)verdict["verdict"]!, (string)verdict["file"]!["kind"]!, (string)verdict["file"]!["period"]!, (string)verdict["file"]!["basis"]!));
        Assert.Equal((0, 0, 0), (verdict["altered"]!.AsArray().Count, verdict["superseded"]!.AsArray().Count, (int)verdict["passedOver"]!));
        Assert.InRange((int)verdict["compared"]!, 200, 700);
    }

    [Fact]
    public async Task OfTheBureau_ForACounty_PassesOverWhatIsOthers()
    {
        var verdict = await VerifyAsync(portal.ForeignClerk, await portal.Bureau.DownloadAsync("/exports/annex.xlsx?period=2024Q3"));

        Assert.Equal("current", (string)verdict["verdict"]!);
        Assert.InRange((int)verdict["passedOver"]!, 100, 600);
    }

    [Fact]
    public async Task WithoutMark_IsUnknown_WhatIsNoWorkbookIsRefused_WithoutFile_Too()
    {
        Assert.Equal("unknown", (string)(await VerifyAsync(portal.Clerk, SampleWorkbooks.Of("""<row r="1"><c r="A1"><v>1</v></c></row>""")))["verdict"]!);
        using var form = Form("a.xlsx", "a,b"u8.ToArray());
        (await portal.Clerk.SendAsync(HttpMethod.Post, Address, form)).RequireProblem(422, "invalid_file");
        using var empty = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        Assert.Equal(400, (int)(await portal.Clerk.SendAsync(HttpMethod.Post, Address, empty)).Status);
    }

    private static async Task<JsonNode> VerifyAsync(ApiClient client, byte[] content)
    {
        using var form = Form("附件.xlsx", content);
        return (await client.SendAsync(HttpMethod.Post, Address, form)).RequireOk().Json;
    }

    private static MultipartFormDataContent Form(string name, byte[] content) => new() { { new ByteArrayContent(content), "file", name } };
}
