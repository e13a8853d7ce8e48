using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>Where in a plan file each JSON path stands; of what is missing, where the part stands in which it is missed.</summary>
internal sealed class PlanFilePlaces
{
    private readonly Dictionary<string, PlanFilePlace> places = new(StringComparer.Ordinal);
    private readonly byte[] file;
    private int line = 1;
    private int lineStart;
    private int readTo;

    /// <exception cref="JsonException">Not JSON.</exception>
    public PlanFilePlaces(byte[] file)
    {
        this.file = file;
        var reader = new Utf8JsonReader(file);
        reader.Read();
        Walk(ref reader, "$");
    }

    public PlanFilePlace Of(string path)
    {
        while (true)
        {
            if (places.TryGetValue(path, out var place))
            {
                return place;
            }

            var parent = path.LastIndexOfAny(['.', '[']);
            if (parent <= 0)
            {
                return new PlanFilePlace(1, 1);
            }

            path = path[..parent];
        }
    }

    /// <summary>Stands at a value, and goes to its end. A member stands where its name does.</summary>
    private void Walk(ref Utf8JsonReader reader, string path)
    {
        places.TryAdd(path, PlaceAt((int)reader.TokenStartIndex));
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var member = $"{path}.{reader.GetString()}";
                places[member] = PlaceAt((int)reader.TokenStartIndex);
                reader.Read();
                Walk(ref reader, member);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                Walk(ref reader, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"));
            }
        }
    }

    /// <summary>Asked from the beginning to the end, so that each line is counted once.</summary>
    private PlanFilePlace PlaceAt(int index)
    {
        for (; readTo < index; readTo++)
        {
            if (file[readTo] == '\n')
            {
                (line, lineStart) = (line + 1, readTo + 1);
            }
        }

        return new PlanFilePlace(line, Encoding.UTF8.GetCharCount(file, lineStart, index - lineStart) + 1);
    }
}
