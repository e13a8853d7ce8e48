namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>A document with the numbers of now.</summary>
/// <param name="Content">The file.</param>
/// <param name="Linked">How many controls of linked numbers stand in it.</param>
/// <param name="Changed">How many of them say something else than they did.</param>
/// <param name="Unknown">Keys that there are not; their text is as it was.</param>
public sealed record RefreshedDocument(byte[] Content, int Linked, int Changed, IReadOnlyList<string> Unknown);
