namespace Tongliao.GreenDev.Application;

/// <summary>The codes by which programs tell refusals apart; part of the API's contract, so that none changes its spelling or its meaning.</summary>
public static class RefusalCodes
{
    /// <summary>An act that was done before, by the same id of the act.</summary>
    public const string AlreadyDone = "already_done";

    /// <summary>The id of an act was used for another.</summary>
    public const string OperationReused = "operation_reused";

    /// <summary>Somebody else changed meanwhile what was shown.</summary>
    public const string StaleVersion = "stale_version";

    public const string Forbidden = "forbidden";
    public const string NotFound = "not_found";

    /// <summary>The period, account or person is not in a state for this act.</summary>
    public const string WrongState = "wrong_state";

    /// <summary>The value is not in a status for this step.</summary>
    public const string WrongStatus = "wrong_status";

    /// <summary>The value is on its way through review and not the clerk's to change.</summary>
    public const string UnderReview = "under_review";

    public const string PeriodClosed = "period_closed";
    public const string PeriodLocked = "period_locked";
    public const string ConfirmRequired = "confirm_required";
    public const string DueRequired = "due_required";
    public const string DueInvalid = "due_invalid";
    public const string DueTooEarly = "due_too_early";
    public const string ExtensionInvalid = "extension_invalid";
    public const string ScheduleInvalid = "schedule_invalid";
    public const string CalendarInvalid = "calendar_invalid";
    public const string MailInvalid = "mail_invalid";
    public const string MessageInvalid = "message_invalid";
    public const string ReminderInvalid = "reminder_invalid";
    public const string RectificationInvalid = "rectification_invalid";
    public const string BulletinInvalid = "bulletin_invalid";

    public const string TaskReportInvalid = "task_report_invalid";
    public const string CommitmentInvalid = "commitment_invalid";

    public const string InvalidValue = "invalid_value";
    public const string InvalidTarget = "invalid_target";
    public const string InvalidRule = "invalid_rule";
    public const string InvalidCheck = "invalid_check";
    public const string InvalidPreview = "invalid_preview";
    public const string InvalidQuery = "invalid_query";
    /// <summary>A file is not what it is to be, too large, or one too many.</summary>
    public const string InvalidEvidence = "invalid_evidence";

    /// <summary>A file to import is no workbook, broken, too large, or not the one that is asked for.</summary>
    public const string InvalidWorkbook = "invalid_workbook";

    /// <summary>A file to be verified is none that can be read.</summary>
    public const string InvalidFile = "invalid_file";

    /// <summary>A file was verified and is not what was exported; of the command line only.</summary>
    public const string NotGenuine = "not_genuine";

    public const string NotSubmittable = "not_submittable";
    public const string NothingChosen = "nothing_chosen";
    public const string UnknownIndicator = "unknown_indicator";
    public const string VersionsRequired = "versions_required";
    /// <summary>A returned value is submitted unchanged without a word to the reason.</summary>
    public const string AnswerRequired = "answer_required";

    /// <summary>A reviewer has opened the value, or decided on it, so that it cannot be withdrawn.</summary>
    public const string AlreadyOpened = "already_opened";

    public const string DocumentRequired = "document_required";

    public const string ReasonRequired = "reason_required";
    public const string ReasonTooShort = "reason_too_short";
    public const string ReasonTooLong = "reason_too_long";

    public const string NameInvalid = "name_invalid";
    public const string DisplayNameInvalid = "display_name_invalid";
    public const string OfficeInvalid = "office_invalid";
    public const string PasswordWrong = "password_wrong";

    /// <summary>Too many wrong tries; the account opens again by itself.</summary>
    public const string Locked = "locked";

    public const string CodeWrong = "code_wrong";
    public const string CodeEnabled = "code_enabled";
    public const string TokenInvalid = "token_invalid";
    public const string TooManyTokens = "too_many_tokens";

    /// <summary>A result has no place to be written to; of the command line only.</summary>
    public const string Unwritable = "unwritable";

    /// <summary>A file that was named cannot be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>方案文件 with faults, or one that differs from the plan that is loaded.</summary>
    public const string PlanFileInvalid = "plan_file_invalid";

    /// <summary>Demo data go into an empty portal only.</summary>
    public const string HasData = "has_data";
}
