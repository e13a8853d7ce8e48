using Tongliao.GreenDev.Domain.Files;

namespace Tongliao.GreenDev.Domain.Tests.Files;

public sealed class FileSizesTests
{
    [Theory]
    [InlineData(0, "0 字节")]
    [InlineData(1023, "1023 字节")]
    [InlineData(1024, "1 KB")]
    [InlineData(1048575, "1023 KB")]
    [InlineData(1048576, "1 MB")]
    [InlineData(3355443, "3.2 MB")]
    public void Word_Bytes_AreSaidInTheUnitThatPeopleKnow(long bytes, string word) => Assert.Equal(word, FileSizes.Word(bytes));
}
