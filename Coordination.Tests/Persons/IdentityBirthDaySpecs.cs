using Coordination.Domain.CareRecord;

namespace Coordination.Tests.Persons;

public sealed class IdentityBirthDaySpecs
{
    [Theory]
    [InlineData("12/03/1931", "1931-03-12", "1931-03-12", "1931-03-12")]
    [InlineData("1931-03-12", "1931-03-12", "1931-03-12", "1931-03-12")]
    [InlineData("1931-03-00", "1931-03-00", "1931-03-01", "1931-03-31")]
    [InlineData("00/00/1931", "1931-00-00", "1931-01-01", "1931-12-31")]
    [InlineData("03/1931", "1931-03-00", "1931-03-01", "1931-03-31")]
    [InlineData("1931", "1931-00-00", "1931-01-01", "1931-12-31")]
    [InlineData("1950-02-30", "1950-02-30", "1950-02-01", "1950-02-28")]
    [InlineData("1950-13-05", "1950-13-05", "1950-01-01", "1950-12-31")]
    [InlineData("29/02/1940", "1940-02-29", "1940-02-29", "1940-02-29")]
    public void Given_a_birth_date_as_written_When_read_Then_the_text_and_the_time_it_may_mean(string text, string kept, string from, string to)
    {
        var born = IdentityBirthDay.Parse(text).ShouldNotBeNull();
        (born.Text, IdentityBirthDay.Of(born.From).Text, IdentityBirthDay.Of(born.To).Text).ShouldBe((kept, from, to));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12/03")]
    [InlineData("12/03/31")]
    [InlineData("1700-01-01")]
    [InlineData("1931-03-12T00:00:00Z")]
    [InlineData("1931--1")]
    [InlineData("٢٠٢٠")]
    public void Given_no_birth_date_When_read_Then_nothing(string? text) => IdentityBirthDay.Parse(text).ShouldBeNull();

    [Fact]
    public void D09_Given_a_day_When_it_is_written_and_read_Then_the_same_day_in_every_zone() =>
        IdentityBirthDay.Parse(IdentityBirthDay.Of(new(1979, 3, 28)).Text).ShouldNotBeNull().From.ShouldBe(new DateOnly(1979, 3, 28));
}
