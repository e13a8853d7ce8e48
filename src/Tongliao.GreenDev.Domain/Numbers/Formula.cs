namespace Tongliao.GreenDev.Domain.Numbers;

/// <summary>Computes a sum of typed numbers exactly: + − × ÷ and brackets, as in a spreadsheet.</summary>
internal sealed class Formula
{
    /// <summary>Also bounds how deep brackets go.</summary>
    private const int MaxLength = 100;

    private readonly string text;
    private int at;

    private Formula(string text) => this.text = text;

    /// <summary>The result; null for what is no sum, or divides by nothing.</summary>
    /// <param name="text">Without spaces and without the equals sign.</param>
    public static Rational? Compute(string text)
    {
        var formula = new Formula(text);
        return text.Length <= MaxLength && formula.Sum() is { } result && formula.at == text.Length ? result : null;
    }

    private Rational? Sum()
    {
        var sum = Product();
        while (sum is not null && Take("+-") is { } sign)
        {
            var next = Product();
            sum = sign == '+' ? sum + next : sum - next;
        }

        return sum;
    }

    private Rational? Product()
    {
        var product = Factor();
        while (product is not null && Take("*×/÷") is { } sign)
        {
            var next = Factor();
            product = sign is '*' or '×' ? product * next : next?.Sign == 0 ? null : product / next;
        }

        return product;
    }

    private Rational? Factor()
    {
        if (Take("-") is not null)
        {
            return -Factor();
        }

        if (Take("(") is null)
        {
            return Number();
        }

        var inner = Sum();
        return Take(")") is null ? null : inner;
    }

    private Rational? Number()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ','))
        {
            at++;
        }

        return NumberText.Read(text[start..at]).Value;
    }

    private char? Take(string any) => at < text.Length && any.Contains(text[at], StringComparison.Ordinal) ? text[at++] : null;
}
