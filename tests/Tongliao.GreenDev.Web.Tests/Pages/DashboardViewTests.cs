using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Tests.Pages;

public sealed class DashboardViewTests
{
    [Fact]
    public void Address_EverythingChosen_CarriesItAll()
    {
        var view = new DashboardView(new Quarter(2025, 3), FigureBasis.Approved, OnlyBehind: true, "shuiwu", "9-150500");

        Assert.Equal("/dashboard?period=2025Q3&basis=approved&only=behind&lead=shuiwu&cell=9-150500", view.Address);
        Assert.Equal(FigureBasis.Approved, DashboardView.BasisOf("approved"));
        Assert.True(DashboardView.IsOnlyBehind("behind"));
    }

    [Fact]
    public void Address_Defaults_AreLeftOut() => Assert.Equal(
        "/dashboard?period=2024Q1",
        new DashboardView(new Quarter(2024, 1), FigureBasis.Submitted, OnlyBehind: false, null, null).Address);

    [Fact]
    public void LedgerAddress_HoldsTheFiguresOfTheView() => Assert.Equal(
        "/exports/ledger.xlsx?period=2025Q3&basis=approved", new DashboardView(new Quarter(2025, 3), FigureBasis.Approved, OnlyBehind: true, "shuiwu", null).LedgerAddress);

    [Theory]
    [InlineData(FigureBasis.Submitted, "/exports/annex.xlsx?period=2025Q3")]
    [InlineData(FigureBasis.Approved, "/exports/annex.xlsx?period=2025Q3&basis=approved")]
    public void AnnexAddress_HoldsTheFiguresOfTheView(FigureBasis basis, string address) => Assert.Equal(
        address, new DashboardView(new Quarter(2025, 3), basis, OnlyBehind: true, "shuiwu", null).AnnexAddress);

    [Theory]
    [InlineData("entered")]
    [InlineData("")]
    [InlineData(null)]
    public void BasisOf_AnythingElse_IsSubmitted(string? word) => Assert.Equal(FigureBasis.Submitted, DashboardView.BasisOf(word));
}
