using Coordination.Api.GraphQL;
using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Alerts;
using Coordination.Tests.Architecture;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Schema;

/// <summary>Contracts that are checked in: the GraphQL schema and every stored event.</summary>
public sealed class SchemaSpecs
{
    [Fact]
    public void Given_the_schema_When_printed_Then_it_is_the_checked_in_file() =>
        CoordinationSchema.Create().Print().ShouldBe(
            File.ReadAllText(Path.Combine(SourceTree.Root, "Coordination.Api", "schema.graphqls")),
            "export it with: dotnet Coordination.Api.dll schema > Coordination.Api/schema.graphqls");

    [Fact]
    public void Given_every_event_When_its_snapshot_is_read_Then_it_is_written_back_unchanged() =>
        EventSnapshots.Verify(StoreRegistrations.Create(TimeProvider.System), Path.Combine(SourceTree.Root, "Coordination.Tests", "Snapshots", "Events"));

    [Fact]
    public void Given_a_command_that_no_module_registers_Then_it_cannot_be_run() =>
        Should.Throw<InvalidOperationException>(() => new CommandRegistry().HandlerOf<TakeAlert, Alert>()).Message.ShouldContain(nameof(TakeAlert));

    [Fact]
    public void Given_a_command_registered_twice_Then_the_start_fails() =>
        Should.Throw<ArgumentException>(() => new CommandRegistry().Handle<TakeAlert, Alert>(TakeAlert.Decide).Handle<TakeAlert, Alert>(TakeAlert.Decide));

    [Fact]
    public void Given_the_domain_When_its_events_are_counted_Then_each_is_registered()
    {
        var registered = StoreRegistrations.Create(TimeProvider.System).Events.All.Select(m => m.Type).ToHashSet();
        typeof(Alert).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(Domain.Kernel.IDomainEvent)))
            .Where(t => !registered.Contains(t)).Select(t => t.Name).ShouldBeEmpty();
    }
}
