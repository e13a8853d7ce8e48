namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>Why a waiting value wants a closer look; the queue is picked by them.</summary>
public enum ReviewMark
{
    /// <summary>新到: no reviewer had it before them until a moment ago.</summary>
    New,

    /// <summary>滞后.</summary>
    Red,

    /// <summary>需核对, answered by a 说明 or not.</summary>
    Query,

    /// <summary>变差: the result is further from its target than a quarter before.</summary>
    Worse,

    /// <summary>再次上报 after a return.</summary>
    Again,

    /// <summary>占比偏大: the unit makes up more of the city's figure than it used to.</summary>
    Heavy,

    /// <summary>代审: another department leads it.</summary>
    ActedFor,

    /// <summary>无异常: neither red nor amber, and none of query, worse, again and heavy.</summary>
    Clear,
}
