namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>What of a unit's indicator in a quarter a fact says.</summary>
public enum FactWhat
{
    /// <summary>数值.</summary>
    Value,

    /// <summary>应达.</summary>
    Expected,

    /// <summary>差距.</summary>
    Gap,

    /// <summary>判定: the light in words.</summary>
    State,

    /// <summary>The light by its word alone, as formulas say it.</summary>
    Light,

    /// <summary>全年目标, as published or changed since.</summary>
    Target,

    /// <summary>Words, or a number that is kept from whoever took the file: it must not be changed, and is not compared with what the portal says now.</summary>
    Words,

    /// <summary>The first of the typed numbers; named as those of a statement are.</summary>
    Numerator,
    Denominator,
    Amount,
    Supplied,
    Billed,
    Correction,
}
