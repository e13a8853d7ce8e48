using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tongliao.GreenDev.Application.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddAuditOperationId : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "operation_id",
                table: "audit_events",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_user_id_operation_id",
                table: "audit_events",
                columns: new[] { "user_id", "operation_id" },
                unique: true,
                filter: "operation_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_events_user_id_operation_id",
                table: "audit_events");

            migrationBuilder.DropColumn(
                name: "operation_id",
                table: "audit_events");
        }
    }
}
