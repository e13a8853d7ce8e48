using System.IO.Compression;

namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>How much the parts of an archive may unfold to, each and all together, whatever the archive says of itself.</summary>
/// <param name="most">Bytes of all parts.</param>
/// <param name="ratio">How many times its length a part may unfold to.</param>
/// <param name="refusal">What whoever handed it in is told.</param>
internal sealed class UnfoldBudget(long most, int ratio, Func<RefusalException> refusal)
{
    // Below this a part may be of one letter only: small tables of equal rows are.
    private const int FreeBytes = 1 << 20;

    private long spent;

    /// <summary>A part to be read.</summary>
    public BoundedStream Open(ZipArchiveEntry entry)
    {
        long unfolded = 0;
        return new BoundedStream(entry.Open(), Spend);

        void Spend(int read)
        {
            (unfolded, spent) = (unfolded + read, spent + read);
            if (spent > most || unfolded > FreeBytes + (entry.CompressedLength * ratio))
            {
                throw refusal();
            }
        }
    }
}
