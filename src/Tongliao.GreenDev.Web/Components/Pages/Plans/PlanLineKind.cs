namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>What a line of the published text is.</summary>
public enum PlanLineKind
{
    Paragraph,

    /// <summary>The title of the notice or of the plan itself.</summary>
    Title,

    /// <summary>发文日期, printed at the right.</summary>
    Date,

    /// <summary>一、二、三、四.</summary>
    Chapter,

    /// <summary>（一）to （五）.</summary>
    Section,

    /// <summary>A numbered task.</summary>
    Task,
}
