using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>Evidence (佐证材料) as programs hand it in, list and download it.</summary>
public sealed class EvidenceApiTests(ApiPortal portal) : IClassFixture<ApiPortal>, IAsyncLifetime
{
    private const string Value = $"/api/v1/values/{ApiPortal.Naiman}/2024Q3/10/evidence";

    public async ValueTask InitializeAsync() => await portal.OpenAsync("2024Q3", "2024-10-15");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Upload_File_IsListedWithItsHashAndDownloadedByWhoeverReadsTheValue()
    {
        var content = SampleFiles.Pdf("list");

        var added = (await UploadAsync(portal.Clerk, "污水 台账；“九月”.pdf", content)).RequireOk().Json;

        Assert.Equal(("application/pdf", content.Length, Convert.ToHexStringLower(SHA256.HashData(content))),
            ((string)added["mediaType"]!, (int)added["length"]!, (string)added["sha256"]!));
        Assert.Contains((await portal.Bureau.GetAsync(Value)).RequireOk().Json.AsArray(), file => (long)file!["id"]! == (long)added["id"]! && file["removedAt"] is null);
        Assert.Equal(content, await portal.Bureau.DownloadAsync(AddressOf(added)));
    }

    [Theory]
    [InlineData(FileKind.Pdf, "inline")]
    [InlineData(FileKind.Png, "inline")]
    [InlineData(FileKind.Jpeg, "inline")]
    [InlineData(FileKind.Xlsx, "attachment")]
    [InlineData(FileKind.Docx, "attachment")]
    [InlineData(FileKind.Pptx, "attachment")]
    public async Task Download_OfEachKind_IsShownOrSavedAndNeverRunsInThePortal(FileKind kind, string disposition)
    {
        var (name, content) = SampleFiles.Of(kind);
        var address = AddressOf((await UploadAsync(portal.Clerk, name, content, indicator: 11)).RequireOk().Json);

        var answer = await portal.Clerk.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, kind.MediaType()), (answer.Status, answer.MediaType));
        Assert.Equal((disposition, name), (answer.ContentHeaders.ContentDisposition!.DispositionType, answer.ContentHeaders.ContentDisposition.FileNameStar));
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.Equal($"\"{Convert.ToHexString(SHA256.HashData(content))}\"", answer.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Download_WhatTheReaderHas_IsNotSentAgainButAskedForEachTime()
    {
        var address = AddressOf((await UploadAsync(portal.Clerk, "a.png", SampleFiles.Png(7))).RequireOk().Json);
        var tag = (await portal.Clerk.GetAsync(address)).Headers.ETag!;

        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(portal.Clerk, address, tag));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(portal.Clerk, address, new EntityTagHeaderValue("\"other\"")));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(portal.ForeignClerk, address, tag));
    }

    [Fact]
    public async Task Download_ByOthers_AnswersAsIfItWereNotThere()
    {
        var address = AddressOf((await UploadAsync(portal.Clerk, "a.png", SampleFiles.Png(8))).RequireOk().Json);

        var foreign = (await portal.ForeignClerk.GetAsync(address)).RequireProblem(404, "not_found");
        var absent = (await portal.ForeignClerk.GetAsync("/api/v1/evidence/999999")).RequireProblem(404, "not_found");
        Assert.Equal((string)absent["detail"]!, (string)foreign["detail"]!);
        (await portal.Auditor.GetAsync(address)).RequireProblem(403, "forbidden");
        (await portal.Anonymous.GetAsync(address)).RequireProblem(401, "unauthenticated");
        Assert.DoesNotContain("sandbox", (await portal.ForeignClerk.GetAsync(address)).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var reader in new[] { portal.CountyReviewer, portal.Department, portal.Bureau, portal.Leader, portal.Admin })
        {
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Remove_ByTheClerk_LeavesItInTheList_OnceAndNotByOthers()
    {
        var added = (await UploadAsync(portal.Clerk, "a.pdf", SampleFiles.Pdf("remove"), indicator: 12)).RequireOk().Json;
        (await portal.Bureau.DeleteAsync(AddressOf(added))).RequireProblem(403, "forbidden");
        (await portal.ForeignClerk.DeleteAsync(AddressOf(added))).RequireProblem(404, "not_found");

        Assert.Equal(HttpStatusCode.NoContent, (await portal.Clerk.DeleteAsync(AddressOf(added))).Status);

        (await portal.Clerk.DeleteAsync(AddressOf(added))).RequireProblem(409, "wrong_state");
        var listed = (await portal.Bureau.GetAsync(Value.Replace("/10/", "/12/", StringComparison.Ordinal))).RequireOk().Json.AsArray();
        Assert.NotNull(Assert.Single(listed)!["removedAt"]);
    }

    [Fact]
    public async Task Upload_WhatIsNotTaken_IsRefusedInChinese()
    {
        var renamed = (await UploadAsync(portal.Clerk, "a.pdf", "MZ this program"u8.ToArray())).RequireProblem(422, "invalid_evidence");

        Assert.Contains("可能只是改了扩展名", (string)renamed["detail"]!, StringComparison.Ordinal);
        Assert.Equal(["file"], renamed["errors"]!.AsObject().Select(error => error.Key));
        using var empty = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        (await portal.Clerk.SendAsync(HttpMethod.Post, Value, empty)).RequireProblem(400, "bad_request");
        (await portal.Clerk.SendTextAsync(HttpMethod.Post, Value, "{}")).RequireProblem(415, "unsupported_media_type");
    }

    [Fact]
    public async Task Screen_TokenOfAProgram_IsNoUploadFromAScreen()
    {
        using var form = Form("a.pdf", SampleFiles.Pdf());

        (await portal.Clerk.SendAsync(HttpMethod.Post, $"/evidence/{ApiPortal.Naiman}/2024Q3/10", form)).RequireProblem(401, "unauthenticated");
    }

    private static string AddressOf(System.Text.Json.Nodes.JsonNode added) => $"/api/v1/evidence/{(long)added["id"]!}";

    private static MultipartFormDataContent Form(string name, byte[] content) => new() { { new ByteArrayContent(content), "file", name } };

    private static async Task<ApiAnswer> UploadAsync(ApiClient client, string name, byte[] content, int indicator = 10)
    {
        using var form = Form(name, content);
        return await client.SendAsync(HttpMethod.Post, Value.Replace("/10/", $"/{indicator}/", StringComparison.Ordinal), form);
    }

    private async Task<HttpStatusCode> AskAsync(ApiClient client, string address, EntityTagHeaderValue kept)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", client.Token);
        request.Headers.IfNoneMatch.Add(kept);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
