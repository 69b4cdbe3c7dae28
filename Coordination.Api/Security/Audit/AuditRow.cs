using System.Text;
using Npgsql;

namespace Coordination.Api.Security.Audit;

/// <summary>A row of the read audit as it stands in the store.</summary>
public sealed record AuditRow(
    Guid Id, DateTimeOffset ReadAt, string Tenant, string Subject, Guid Activity, Guid? Professional, string Role, string Organization, string? Establishment,
    string Action, string Operation, IReadOnlyList<string> Classes, IReadOnlyList<string> Basis, bool Permitted, IReadOnlyList<Guid> Persons, int Shown, string? Client, string? TraceId)
{
    /// <summary>The columns, in the order in which <see cref="Read"/> takes them; the table is named <c>r</c>.</summary>
    public const string Columns = "r.id, r.read_at, r.tenant_id, r.subject_id, r.activity, r.professional, r.role, r.organization, r.establishment, "
        + "r.action, r.operation, r.data_classes, r.basis, r.permitted, r.person_ids, r.shown, r.client, r.trace_id";

    private const byte Layout = 1;

    /// <summary>Takes the columns from a position on.</summary>
    public static AuditRow Read(NpgsqlDataReader row, int at)
    {
        string? Text(int column) => row.IsDBNull(at + column) ? null : row.GetString(at + column);
        return new(
            row.GetGuid(at), row.GetFieldValue<DateTimeOffset>(at + 1), row.GetString(at + 2), row.GetString(at + 3), row.GetGuid(at + 4), row.IsDBNull(at + 5) ? null : row.GetGuid(at + 5),
            row.GetString(at + 6), row.GetString(at + 7), Text(8), row.GetString(at + 9), row.GetString(at + 10), row.GetFieldValue<string[]>(at + 11),
            row.GetFieldValue<string[]>(at + 12), row.GetBoolean(at + 13), row.GetFieldValue<Guid[]>(at + 14), row.GetInt32(at + 15), Text(16), Text(17));
    }

    /// <summary>The row as bytes that depend on nothing but its values: every part with its length or a mark of absence before it, time in microseconds.</summary>
    public byte[] ToCanonicalBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Layout);
        writer.Write(Id.ToByteArray(bigEndian: true));
        writer.Write(ReadAt.UtcTicks / TimeSpan.TicksPerMicrosecond);
        foreach (var text in (string?[])[Tenant, Subject, Activity.ToString(), Professional?.ToString(), Role, Organization, Establishment, Action, Operation, Client, TraceId])
        {
            writer.Write(text is not null);
            if (text is not null) writer.Write(text);
        }

        foreach (var list in new[] { Classes, Basis })
        {
            writer.Write(list.Count);
            foreach (var text in list) writer.Write(text);
        }

        writer.Write(Permitted);
        writer.Write(Persons.Count);
        foreach (var person in Persons) writer.Write(person.ToByteArray(bigEndian: true));
        writer.Write(Shown);
        writer.Flush();
        return bytes.ToArray();
    }
}
