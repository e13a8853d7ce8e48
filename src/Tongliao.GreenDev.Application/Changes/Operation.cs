namespace Tongliao.GreenDev.Application.Changes;

/// <summary>One request of one person: the same id with the same content is the same request.</summary>
/// <param name="Id">Made by the client, or at random where nothing is sent twice.</param>
/// <param name="Content">Fingerprint of all that is asked for; null where nothing can be sent twice.</param>
internal sealed record Operation(Guid Id, byte[]? Content)
{
    /// <summary>What somebody sends under an id.</summary>
    public static Operation Of(Guid id, object command) => new(id, OperationContent.Of(command));

    /// <summary>What has an id only so that it is found after a lost commit.</summary>
    public static Operation Nameless() => new(Guid.CreateVersion7(), Content: null);
}
