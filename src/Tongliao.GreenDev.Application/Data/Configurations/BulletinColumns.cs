using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Bulletins;

namespace Tongliao.GreenDev.Application.Data.Configurations;

/// <summary>title, addressees, text and issuer of a 文稿.</summary>
internal static class BulletinColumns
{
    public static void Map(ComplexPropertyBuilder<BulletinContent> content)
    {
        content.Property(words => words.Title).HasColumnName("title").HasMaxLength(BulletinContent.LongestTitle);
        content.Property(words => words.Addressees).HasColumnName("addressees").HasMaxLength(BulletinContent.LongestAddressees);
        content.Property(words => words.Text).HasColumnName("text").HasMaxLength(BulletinContent.LongestText);
        content.Property(words => words.Issuer).HasColumnName("issuer").HasMaxLength(BulletinContent.LongestIssuer);
        content.Ignore(words => words.Whole);
    }
}
