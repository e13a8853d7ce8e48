using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Setup;

/// <summary>
/// The database itself keeps the way of reports on tasks (任务进展): versions are numbered without a gap, each step leads from where the report
/// stands, nobody approves what they wrote or supported, a review changes no word, nothing is added in a locked quarter, and nothing is ever changed or
/// deleted. Put up anew after every migration, after <see cref="ApprovalGuard"/>.
/// </summary>
internal static class TaskReportGuard
{
    private static readonly string Statements =
        $"""
        SELECT pg_advisory_xact_lock({AdvisoryLocks.TaskGuard});
        CREATE OR REPLACE FUNCTION verify_task_report_version() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            last task_report_versions%ROWTYPE;
        BEGIN
            PERFORM pg_advisory_xact_lock({AdvisoryLocks.TaskReport}, NEW.report_id);
            SELECT * INTO last FROM task_report_versions v WHERE v.report_id = NEW.report_id ORDER BY v.number DESC LIMIT 1;
            IF NEW.number IS DISTINCT FROM coalesce(last.number, 0) + 1 THEN
                RAISE EXCEPTION 'version % of report % does not follow', NEW.number, NEW.report_id USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF (coalesce(last.status, ''), NEW.step, NEW.status) NOT IN (
                ('', 'Save', 'Draft'), ('Draft', 'Save', 'Draft'), ('Returned', 'Save', 'Returned'),
                ('', 'Submit', 'Waiting'), ('Draft', 'Submit', 'Waiting'), ('Returned', 'Submit', 'Waiting'),
                ('Waiting', 'Withdraw', 'Draft'), ('Waiting', 'Approve', 'Approved'), ('Waiting', 'Return', 'Returned'),
                ('Approved', 'Reopen', 'Returned')) THEN
                RAISE EXCEPTION 'report % is %: % does not lead to %', NEW.report_id, last.status, NEW.step, NEW.status
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF NEW.step NOT IN ('Save', 'Submit')
                AND (NEW.state, NEW.done, NEW.problems, NEW.next_steps) IS DISTINCT FROM (last.state, last.done, last.problems, last.next_steps) THEN
                RAISE EXCEPTION 'report %: % changes what it says', NEW.report_id, NEW.step USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF NEW.step = 'Approve' AND EXISTS (
                SELECT FROM task_report_versions v
                WHERE v.report_id = NEW.report_id AND v.step IN ('Save', 'Submit') AND v.recorded_by_id IS NOT DISTINCT FROM NEW.recorded_by_id) THEN
                RAISE EXCEPTION 'report % is approved by who wrote it', NEW.report_id USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF NEW.step = 'Approve' AND EXISTS (
                SELECT FROM evidence_files f WHERE f.task_report_id = NEW.report_id AND f.recorded_by_id IS NOT DISTINCT FROM NEW.recorded_by_id) THEN
                RAISE EXCEPTION 'report % is approved by who supported it', NEW.report_id USING ERRCODE = 'insufficient_privilege';
            END IF;
            IF NOT EXISTS (
                SELECT FROM task_reports r JOIN reporting_periods p ON p.plan_id = r.plan_id AND p.quarter = r.quarter
                WHERE r.id = NEW.report_id AND p.state <> 'Locked') THEN
                RAISE EXCEPTION 'the quarter of report % is locked', NEW.report_id USING ERRCODE = 'insufficient_privilege';
            END IF;
            RETURN NEW;
        END $$;
        CREATE OR REPLACE TRIGGER version_follows BEFORE INSERT ON task_report_versions FOR EACH ROW EXECUTE FUNCTION verify_task_report_version();
        CREATE OR REPLACE TRIGGER versions_stay BEFORE UPDATE OR DELETE ON task_report_versions FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_history();
        CREATE OR REPLACE TRIGGER reports_stay BEFORE UPDATE OR DELETE ON task_reports FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_history();
        CREATE OR REPLACE TRIGGER all_versions_stay BEFORE TRUNCATE ON task_report_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
        CREATE OR REPLACE TRIGGER all_reports_stay BEFORE TRUNCATE ON task_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
        CREATE OR REPLACE TRIGGER all_records_stay BEFORE TRUNCATE ON commitment_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
        CREATE OR REPLACE TRIGGER records_stay BEFORE UPDATE OR DELETE ON commitment_records FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_history();
        """;

    /// <summary>Needs the owner's connection.</summary>
    public static Task PutUpAsync(GreenDevDbContext owner, CancellationToken cancellationToken) =>
        owner.Database.ExecuteSqlRawAsync(Statements, cancellationToken);
}
