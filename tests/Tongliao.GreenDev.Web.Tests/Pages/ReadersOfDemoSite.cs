namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>Those who only read one portal on demo data, and count no statements.</summary>
[CollectionDefinition]
public sealed class ReadersOfDemoSite : ICollectionFixture<DemoSite>;
