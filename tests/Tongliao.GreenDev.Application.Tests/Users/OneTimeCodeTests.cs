using System.Text;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class OneTimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);

    // RFC 6238, appendix B, SHA1; the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void At_VectorOfTheStandard_Same(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.At(Key, OneTimeCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Match_NeighbouringSteps_OneEitherSide(int offset, bool isGood)
    {
        var step = OneTimeCode.StepOf(Now) + offset;

        Assert.Equal(isGood ? step : null, OneTimeCode.Match(Key, OneTimeCode.At(Key, step), Now, lastUsed: null));
    }

    [Fact]
    public void Match_UsedOrOlderStep_Refused()
    {
        var step = OneTimeCode.StepOf(Now);

        Assert.Null(OneTimeCode.Match(Key, OneTimeCode.At(Key, step), Now, lastUsed: step));
        Assert.Null(OneTimeCode.Match(Key, OneTimeCode.At(Key, step - 1), Now, lastUsed: step));
        Assert.Equal(step + 1, OneTimeCode.Match(Key, OneTimeCode.At(Key, step + 1), Now, lastUsed: step));
    }

    [Theory]
    [InlineData("００５９２４")]
    [InlineData("005 924")]
    [InlineData("\ufeff005924\u200b")]
    public void Match_FullWidthOrSpaced_Accepted(string code) => Assert.NotNull(OneTimeCode.Match(Key, code, Now, lastUsed: null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5924")]
    [InlineData("0059240")]
    [InlineData("005925")]
    [InlineData("abcdef")]
    public void Match_OtherText_Refused(string? code) => Assert.Null(OneTimeCode.Match(Key, code, Now, lastUsed: null));

    // RFC 4648, section 10.
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Encode_VectorOfTheStandard_SameWithoutPadding(string text, string encoded) =>
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));
}
