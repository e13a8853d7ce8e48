using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>What the portal says now, to one reader.</summary>
/// <param name="ByKey">A key that the reader may not know anything of is not among them.</param>
/// <param name="Notes">Chinese: what else there is to say of the file, for example that there is a later release.</param>
public sealed record PresentFacts(IReadOnlyDictionary<string, PresentFact> ByKey, IReadOnlyList<string> Notes);
