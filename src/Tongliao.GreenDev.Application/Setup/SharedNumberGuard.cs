using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Setup;

/// <summary>
/// The database itself refuses a commit that leaves two numbers for one fact (共用数) in a report, whoever asks. Which fields are one fact
/// stands with the plan. Put up anew after every migration.
/// </summary>
internal static class SharedNumberGuard
{
    private static readonly string Statements =
        $"""
        SELECT pg_advisory_xact_lock({AdvisoryLocks.Guard});
        CREATE OR REPLACE FUNCTION refuse_two_numbers_of_one_fact() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE contradicted text;
        BEGIN
            SELECT fact ->> 'code' INTO contradicted
            FROM submissions s
            JOIN plans p ON p.id = s.plan_id
            CROSS JOIN LATERAL jsonb_array_elements(p.quantities) fact
            CROSS JOIN LATERAL jsonb_array_elements(fact -> 'uses') used
            JOIN indicators i ON i.plan_id = p.id AND i.number = (used ->> 'indicatorNumber')::int
            JOIN reported_values v ON v.submission_id = s.id AND v.indicator_id = i.id AND v.not_applicable_reason IS NULL
            WHERE s.id = NEW.submission_id AND (fact ->> 'isOneFact')::boolean
            GROUP BY fact ->> 'code'
            HAVING count(DISTINCT coalesce(to_jsonb(v) ->> lower(used ->> 'key'), '')) > 1
            LIMIT 1;
            IF contradicted IS NOT NULL THEN
                RAISE EXCEPTION 'two numbers for % in report %', contradicted, NEW.submission_id USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END $$;
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'reported_values'::regclass AND tgname = 'one_number_when_changed') THEN
                CREATE CONSTRAINT TRIGGER one_number_when_changed
                    AFTER UPDATE OF numerator, denominator, amount, supplied, billed, correction, not_applicable_reason ON reported_values
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_two_numbers_of_one_fact();
                CREATE CONSTRAINT TRIGGER one_number_when_added AFTER INSERT ON reported_values
                    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.version > 0) EXECUTE FUNCTION refuse_two_numbers_of_one_fact();
            END IF;
        END $$;
        """;

    /// <summary>Needs the owner's connection.</summary>
    public static Task PutUpAsync(GreenDevDbContext owner, CancellationToken cancellationToken) =>
        owner.Database.ExecuteSqlRawAsync(Statements, cancellationToken);
}
