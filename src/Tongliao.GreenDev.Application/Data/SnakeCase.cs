using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>Names tables, columns, keys and indexes as PostgreSQL does, so that a person can type them unquoted.</summary>
internal static class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                continue;
            }

            entity.SetTableName(Of(entity.GetTableName()!));
            NameColumns(entity.GetProperties(), entity.GetComplexProperties());
            foreach (var key in entity.GetKeys())
            {
                key.SetName(Of(key.GetName()!));
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName(Of(foreignKey.GetConstraintName()!));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Of(index.GetDatabaseName()!));
            }
        }
    }

    private static void NameColumns(IEnumerable<IMutableProperty> properties, IEnumerable<IMutableComplexProperty> complexProperties)
    {
        foreach (var property in properties)
        {
            property.SetColumnName(Of(property.GetColumnName()));
        }

        foreach (var complex in complexProperties)
        {
            foreach (var property in complex.ComplexType.GetProperties())
            {
                property.SetColumnName(Of(property.GetColumnName()));
            }
        }
    }

    private static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }
}
