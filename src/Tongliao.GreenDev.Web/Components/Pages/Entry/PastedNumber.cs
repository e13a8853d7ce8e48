namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>One number of a pasted block, and the field it goes into.</summary>
public sealed record PastedNumber(EntryLine Line, int Index, decimal Value, string Text)
{
    public EntryField Field => Line.Fields[Index];
}
