using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Submissions;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>Saves a single draft, as a row of the entry sheet does.</summary>
public static class SaveOne
{
    /// <exception cref="Application.RefusalException">It was refused.</exception>
    public static async Task<SavedValue> SaveAsync(this DraftService drafts, Caller caller, SaveValue command, CancellationToken cancellationToken) =>
        (await drafts.SaveAllAsync(caller, [command], cancellationToken))[0].Require();
}
