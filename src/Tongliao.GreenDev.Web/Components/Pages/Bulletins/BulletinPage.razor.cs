using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Bulletins;

/// <summary>One edition of a bulletin as it was issued, each number a link to what it came from then.</summary>
public sealed partial class BulletinPage(BulletinQueries bulletins, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    [Parameter]
    public string Period { get; set; } = "";

    [Parameter]
    public int Number { get; set; }

    private BulletinReading Read { get; set; } = default!;

    private BulletinEdition Edition => Read.Edition;

    private string Title => IsLoaded ? $"{Edition.Quarter.ChineseName}通报" : "通报";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        Read = await bulletins.EditionAsync(caller, Quarter.Read(Period), Number, cancellationToken);

    private BulletinFact? Find(string key) => Edition.Facts.FirstOrDefault(fact => fact.Key == key);

    private string AddressOf(BulletinFact fact) => BulletinAddress.Of(fact, Read.Facts, Edition.Quarter, AsOf.At(Edition.Recorded.At, clock));
}
