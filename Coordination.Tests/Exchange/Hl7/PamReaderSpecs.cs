using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Domain.Identifiers;

namespace Coordination.Tests.Exchange.Hl7;

public sealed class PamReaderSpecs
{
    [Fact]
    public void Given_an_admission_When_read_Then_what_is_needed_is_there_and_no_ward()
    {
        var adt = Er7.Readable(Er7.Text("admission"));
        adt.Trigger.ShouldBe("A01");
        adt.ControlId.ShouldBe("C1001");
        adt.Person.Identifiers.Ipp.ShouldBe(new AssignedId("900017", "CH-DEMO", "470000001"));
        adt.Person.Identifiers.Ins!.Value.Kind.ShouldBe(InsKind.Nir);
        adt.Person.BirthName.Text.ShouldBe("MARTEAU");
        adt.Person.UsedName.Text.ShouldBe("LE GALL");
        adt.Person.FirstGivenName.Text.ShouldBe("HÉLÈNE");
        adt.Person.BirthDate.ShouldBe(new DateOnly(1942, 5, 19));
        adt.Stay!.Facility!.AuthorityId.ShouldBe("470000001");
        adt.Stay.Visit!.Value.ShouldBe("26004711V");
        adt.Stay.File!.Value.ShouldBe("26004711");
        adt.Stay.AdmittedAt!.Instant.ShouldBe(new DateTimeOffset(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(1)));
        adt.ExpectedDischargeAt!.Instant.ShouldBe(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(1)));
        adt.Movement!.Id.ShouldBe("M1^CH-DEMO^470000001");
        System.Text.Json.JsonSerializer.Serialize(adt).ShouldNotContain("UF12");
        adt.ToString().ShouldNotContain("MARTEAU");
        adt.Person.ToString().ShouldNotContain("MARTEAU");
    }

    [Fact]
    public void Given_an_announced_discharge_and_its_withdrawal_When_read_Then_both_name_the_movement()
    {
        var announced = Er7.Readable(Er7.Text("sortie-prevue"));
        announced.ExpectedDischargeAt!.Instant.ShouldBe(new DateTimeOffset(2026, 11, 20, 14, 0, 0, TimeSpan.Zero));
        var withdrawn = Er7.Readable(Er7.Text("annulation-sortie-prevue"));
        withdrawn.Movement!.Action.ShouldBe(MovementAction.Cancel);
        withdrawn.Movement.OriginalTrigger.ShouldBe("A16");
        withdrawn.Movement.Id.ShouldBe(announced.Movement!.Id);
        withdrawn.ExpectedDischargeAt.ShouldBeNull();
    }

    [Fact]
    public void Given_an_A16_without_PV2_9_When_read_Then_EVN_3_else_the_event_time_is_meant()
    {
        var text = Er7.Text("sortie-prevue").With("PV2", 9, "");
        Er7.Readable(text).ExpectedDischargeAt!.Text.ShouldBe("20261120150000");
        Er7.Readable(text.With("EVN", 3, "")).ExpectedDischargeAt!.Text.ShouldBe("20261116100000");
    }

    [Fact]
    public void Given_a_discharge_When_read_Then_its_outcome_is_there()
    {
        var adt = Er7.Readable(Er7.Text("sortie"));
        adt.Outcome.ShouldBe(new DischargeOutcome("3", "470000019", "8", "6"));
        adt.Stay!.DischargedAt!.Text.ShouldBe("20261116100000");
        Er7.Readable(Er7.Text("sortie").With("ZFM", 2, "9")).Person.IsDead.ShouldBeTrue();
    }

    [Theory]
    [InlineData("MSH", 9, "ORU^R01^ORU_R01", PamDisposition.Refused, "200")]
    [InlineData("MSH", 9, "adt^a01", PamDisposition.Refused, "200")]
    [InlineData("MSH", 9, "ADT^A01", PamDisposition.Readable, null)]
    [InlineData("MSH", 9, "ADT^A77^ADT_A77", PamDisposition.Ignored, "201")]
    [InlineData("MSH", 10, "", PamDisposition.Refused, "101")]
    [InlineData("MSH", 11, "X", PamDisposition.Refused, "202")]
    [InlineData("MSH", 11, "D", PamDisposition.Readable, null)]
    [InlineData("MSH", 12, "2.3", PamDisposition.Refused, "203")]
    [InlineData("MSH", 12, "9.9", PamDisposition.Refused, "203")]
    [InlineData("MSH", 12, "2.5", PamDisposition.Readable, null)]
    [InlineData("MSH", 12, "2.5.1^FRA^2.10", PamDisposition.Readable, null)]
    [InlineData("EVN", 2, "", PamDisposition.Quarantine, "101")]
    [InlineData("EVN", 2, "20361116101500", PamDisposition.Quarantine, "102")]
    [InlineData("EVN", 2, "18991116101500", PamDisposition.Quarantine, "102")]
    [InlineData("EVN", 2, "20260230", PamDisposition.Quarantine, "102")]
    [InlineData("EVN", 2, "2026", PamDisposition.Quarantine, "102")]
    [InlineData("EVN", 2, "20261116101500+9900", PamDisposition.Quarantine, "102")]
    [InlineData("EVN", 2, "20261116101500.123", PamDisposition.Readable, null)]
    [InlineData("ZBE", 1, "", PamDisposition.Quarantine, "101")]
    [InlineData("ZBE", 2, "", PamDisposition.Quarantine, "101")]
    [InlineData("ZBE", 4, "", PamDisposition.Quarantine, "101")]
    [InlineData("ZBE", 4, "DELETE", PamDisposition.Quarantine, "103")]
    [InlineData("ZBE", 4, "CANCEL", PamDisposition.Quarantine, "207")]
    [InlineData("ZBE", 5, "", PamDisposition.Readable, "101")]
    [InlineData("PV1", 2, "", PamDisposition.Quarantine, "101")]
    [InlineData("PV1", 45, "20261101", PamDisposition.Quarantine, "207")]
    [InlineData("PV2", 9, "20260230", PamDisposition.Quarantine, "102")]
    [InlineData("PV2", 9, "20261101", PamDisposition.Readable, "207")]
    [InlineData("PID", 3, "", PamDisposition.Quarantine, "101")]
    [InlineData("PID", 5, "^JEANNE^^^^^D", PamDisposition.Readable, "101")]
    [InlineData("PID", 7, "1979XX01", PamDisposition.Quarantine, "102")]
    [InlineData("PID", 7, "1979", PamDisposition.Readable, null)]
    public void Given_one_field_changed_When_read_Then_the_rule_decides(string segment, int field, string value, PamDisposition disposition, string? code)
    {
        var reading = Er7.Read(Er7.Text("admission").With(segment, field, value));
        reading.Disposition.ShouldBe(disposition);
        reading.Problems.Select(p => p.Code).ShouldBe(code is null ? [] : [code]);
        (reading.Message is not null).ShouldBe(disposition == PamDisposition.Readable);
    }

    [Theory]
    [InlineData("EVN", "EVN^1^2")]
    [InlineData("PID", "PID")]
    [InlineData("PV1", "PV1")]
    [InlineData("ZBE", "ZBE")]
    public void Given_a_movement_without_a_segment_When_read_Then_AE_101_names_it(string segment, string location)
    {
        var reading = Er7.Read(Er7.Text("admission").Without(segment));
        reading.Ack.ShouldBe(AckCode.AE);
        reading.Problems.ShouldContain(p => p.Code == "101" && p.Location == location);
    }

    [Fact]
    public void Given_an_identity_message_When_PV1_and_ZBE_are_absent_Then_it_is_readable()
    {
        var adt = Er7.Readable(Er7.Text("identite-nia-vers-nir"));
        (adt.Kind, adt.Stay, adt.Movement).ShouldBe((TriggerKind.Identity, null, null));
        Er7.Readable(Er7.Text("admission").Without("ZBE").With("MSH", 9, "ADT^A08^ADT_A01")).Kind.ShouldBe(TriggerKind.Tolerated);
    }

    [Fact]
    public void Given_a_shifted_ZBE_When_read_Then_it_goes_to_quarantine()
    {
        var reading = Er7.Read(Er7.Text("sortie-zbe-decale"));
        reading.Disposition.ShouldBe(PamDisposition.Quarantine);
        reading.Problems.ShouldContain(p => p.Location == "ZBE^1^4" && p.Code == "101");
    }

    [Fact]
    public void Given_a_production_link_When_processing_is_not_P_Then_it_is_refused()
    {
        Er7.Read(Er7.Text("admission"), Er7.ProductionLink).Problems.ShouldHaveSingleItem().Code.ShouldBe("202");
        Er7.Readable(Er7.Text("admission").With("MSH", 11, "P"), Er7.ProductionLink);
    }

    [Fact]
    public void Given_a_link_that_refuses_unknown_triggers_When_one_comes_Then_AR_201()
    {
        var strict = Er7.TestLink with { RefusesUnknownTrigger = true };
        Er7.Read(Er7.Text("admission").With("MSH", 9, "ADT^Z42"), strict).Ack.ShouldBe(AckCode.AR);
    }

    [Fact]
    public void Given_a_cancellation_written_as_an_insertion_When_read_Then_the_trigger_is_believed_and_the_sender_warned()
    {
        var reading = Er7.Read(Er7.Text("annulation-sortie-prevue").With("ZBE", 4, "INSERT").With("ZBE", 6, ""));
        reading.Message!.Movement!.ShouldSatisfyAllConditions(m => m.Action.ShouldBe(MovementAction.Cancel), m => m.OriginalTrigger.ShouldBe("A16"));
        reading.Problems.ShouldAllBe(p => p.Severity == PamSeverity.Warning);
        reading.Problems.Count.ShouldBe(2);
    }
}
