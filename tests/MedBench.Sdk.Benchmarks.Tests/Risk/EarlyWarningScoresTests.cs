namespace MedBench.Benchmarks.Tests.Risk;

public sealed class EarlyWarningScoresTests
{
    // The conditions of helpers.py (nliulab/mimic4ed-benchmark at 091ed6f), evaluated in Python in their order: age, temperature, heart rate, breaths, saturation, systolic, diastolic; NEWS, NEWS2, MEWS, REMS, CART.
    [TestCase(48, 37.6, 63, 27, 99, 214, 85, 3, 3, 4, 7, 15)]
    [TestCase(92, 34.0, 33, 34, 78, 201, 54, 12, 9, 9, 14, 31)]
    [TestCase(42, 40.5, 150, 38, 96, 200, 85, 8, 8, 10, 8, 35)]
    [TestCase(68, 38.0, 68, 18, 90, 98, 91, 5, 2, 2, 7, 4)]
    [TestCase(67, 38.7, 46, 14, 94, 211, 30, 3, 2, 5, 8, 17)]
    [TestCase(56, 39.0, 98, 34, 89, 159, 116, 8, 5, 5, 8, 26)]
    [TestCase(72, 36.3, 177, 32, 100, 94, 71, 8, 8, 7, 9, 44)]
    [TestCase(30, 33.8, 156, 17, 78, 171, 105, 9, 6, 6, 8, 13)]
    [TestCase(56, 36.4, 128, 40, 81, 196, 99, 8, 5, 5, 14, 30)]
    [TestCase(70, 37.6, 116, 47, 99, 67, 60, 8, 8, 8, 12, 35)]
    [TestCase(54, 34.4, 153, 44, 85, 82, 69, 15, 12, 9, 11, 35)]
    [TestCase(26, 36.4, 68, 5, 79, 169, 78, 6, 3, 2, 9, 0)]
    [TestCase(33, 33.8, 187, 52, 71, 156, 116, 12, 9, 8, 12, 35)]
    [TestCase(55, 37.8, 69, 48, 71, 146, 65, 6, 3, 3, 12, 26)]
    [TestCase(94, 38.3, 56, 43, 100, 189, 59, 4, 4, 3, 11, 31)]
    [TestCase(56, 37.3, 32, 30, 88, 140, 27, 9, 6, 5, 11, 39)]
    [TestCase(66, 37.8, 64, 7, 90, 220, 67, 9, 6, 4, 11, 4)]
    [TestCase(77, 36.0, 120, 42, 92, 131, 119, 8, 6, 5, 13, 35)]
    [TestCase(60, 37.0, 80, 20.5, 95.5, 147, 49, 0, 0, 0, 3, 8)]
    [TestCase(60, 37.0, 80, 16, 97, 49, 49, 3, 3, 4, 3, 8)]
    public void The_published_codes_scores_are_its_own(double age, double temperature, double heart, double breaths, double saturation, double systolic, double diastolic, int news, int news2, int mews, int rems, int cart)
    {
        var vitals = new TriageVitals { Age = age, Temperature = temperature, HeartRate = heart, RespiratoryRate = breaths, OxygenSaturation = saturation, SystolicPressure = systolic, DiastolicPressure = diastolic };
        Assert.That((MimicIvEdScores.News(vitals), MimicIvEdScores.News2(vitals), MimicIvEdScores.Mews(vitals), MimicIvEdScores.Rems(vitals), MimicIvEdScores.Cart(vitals)), Is.EqualTo(((int?)news, (int?)news2, (int?)mews, (int?)rems, (int?)cart)));
    }

    private static TriageVitals Well { get; } = new() { Age = 30, Temperature = 37, HeartRate = 75, RespiratoryRate = 14, OxygenSaturation = 98, SystolicPressure = 120, DiastolicPressure = 80, Acuity = 4 };

    [Test]
    public void A_well_person_scores_nothing_and_the_sickest_the_maximum()
    {
        var worst = new TriageVitals { Age = 80, Temperature = 34, HeartRate = 190, RespiratoryRate = 60, OxygenSaturation = 60, SystolicPressure = 60, DiastolicPressure = 20, ReceivesOxygen = true, Alertness = Alertness.Unresponsive, GlasgowComaScale = 3 };
        Assert.That((EarlyWarningScores.News(Well), EarlyWarningScores.News2(Well), EarlyWarningScores.Mews(Well), EarlyWarningScores.Rems(Well), EarlyWarningScores.Cart(Well)), Is.EqualTo(((int?)0, (int?)0, (int?)0, (int?)0, (int?)0)));
        Assert.That((EarlyWarningScores.News(worst), EarlyWarningScores.News2(worst), EarlyWarningScores.Mews(worst), EarlyWarningScores.Rems(worst), EarlyWarningScores.Cart(worst)), Is.EqualTo(((int?)20, (int?)20, (int?)14, (int?)26, (int?)57)));
    }

    // Royal College of Physicians 2017, chart 1: every border of the table of NEWS2.
    [TestCase("breaths", "8 3;9 1;11 1;12 0;20 0;21 2;24 2;25 3")]
    [TestCase("saturation", "91 3;92 2;93 2;94 1;95 1;96 0")]
    [TestCase("temperature", "35.0 3;35.1 1;36.0 1;36.1 0;38.0 0;38.1 1;39.0 1;39.1 2")]
    [TestCase("pressure", "90 3;91 2;100 2;101 1;110 1;111 0;219 0;220 3")]
    [TestCase("heart", "40 3;41 1;50 1;51 0;90 0;91 1;110 1;111 2;130 2;131 3")]
    public void News2_has_the_borders_of_its_chart(string measured, string table)
    {
        foreach (var entry in table.Split(';').Select(entry => entry.Split(' ')))
        {
            var value = double.Parse(entry[0], System.Globalization.CultureInfo.InvariantCulture);
            var vitals = measured switch
            {
                "breaths" => Well with { RespiratoryRate = value },
                "saturation" => Well with { OxygenSaturation = value },
                "temperature" => Well with { Temperature = value },
                "pressure" => Well with { SystolicPressure = value },
                _ => Well with { HeartRate = value },
            };
            int? points = int.Parse(entry[1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.That((EarlyWarningScores.News2(vitals), EarlyWarningScores.News(vitals)), Is.EqualTo((points, points)), $"{measured} {entry[0]}");
        }
    }

    // Scale 2 of the same chart.
    [TestCase(83, false, 3)]
    [TestCase(85, false, 2)]
    [TestCase(87, false, 1)]
    [TestCase(92, false, 0)]
    [TestCase(99, false, 0)]
    [TestCase(92, true, 2)]
    [TestCase(94, true, 3)]
    [TestCase(96, true, 4)]
    [TestCase(97, true, 5)]
    public void News2_has_a_second_scale_of_saturation(double saturation, bool oxygen, int points)
        => Assert.That(EarlyWarningScores.News2(Well with { OxygenSaturation = saturation, ReceivesOxygen = oxygen }, isHypercapnic: true), Is.EqualTo(points));

    [Test]
    public void The_defects_of_the_published_code_are_known_by_name()
    {
        var low = Well with { OxygenSaturation = 85 };
        Assert.That((EarlyWarningScores.News2(low), MimicIvEdScores.News2(low)), Is.EqualTo(((int?)3, (int?)0)), "NEWS2 without saturation.");
        var gap = Well with { SystolicPressure = 49, DiastolicPressure = 49 };
        Assert.That((EarlyWarningScores.Rems(gap), MimicIvEdScores.Rems(gap)), Is.EqualTo(((int?)4, (int?)0)), "A mean pressure of 49.");
        var between = Well with { SystolicPressure = 168.5, DiastolicPressure = 110 };
        Assert.That((between.MeanPressure, EarlyWarningScores.Rems(between), MimicIvEdScores.Rems(between)), Is.EqualTo(((double?)129.5, (int?)2, (int?)0)), "A mean pressure between two bands.");
        var warm = Well with { Temperature = (100.5 - 32) * 5 / 9 };
        Assert.That((EarlyWarningScores.News(warm), EarlyWarningScores.News(Well with { Temperature = (100.4 - 32) * (5 / 9.0) })), Is.EqualTo(((int?)1, (int?)0)), "100.4 °F is 38.0 °C, whatever its last bit.");
    }

    [Test]
    public void A_missing_measurement_leaves_the_scores_that_need_it_open()
    {
        var vitals = Well with { DiastolicPressure = null, Temperature = null };
        Assert.That((EarlyWarningScores.News(vitals), EarlyWarningScores.Mews(vitals), EarlyWarningScores.Rems(vitals), EarlyWarningScores.Cart(vitals), MimicIvEdScores.News2(vitals)), Is.EqualTo((default(int?), default(int?), default(int?), default(int?), default(int?))));
        Assert.That(EarlyWarningScores.News(Well with { DiastolicPressure = null, Age = null }), Is.Zero);
    }

    [TestCase(TriageScore.Esi, "Emergency Severity Index (1 most urgent, 5 least): 2", "Probability: 0.75")]
    [TestCase(TriageScore.News, "Heart rate: 75 /min", "The record lacks a measurement that the score needs.")]
    [TestCase(TriageScore.Cart, "Age: 71 years\nRespiratory rate: 30 /min\nHeart rate: 140 /min\nDiastolic blood pressure: 20 mmHg", "Probability: 1")]
    [TestCase(TriageScore.Cart, "", "The record lacks a measurement that the score needs.")]
    public async Task A_score_reads_the_record_as_shown(TriageScore score, string record, string end)
        => Assert.That((await new TriageScoreClient(score).CompleteAsync(ModelRequest.FromText($"A patient.\n\n{record}\n\nWill it end?"))).Text, Does.EndWith(end));

    [Test]
    public void A_score_is_a_model_of_this_process()
        => Assert.That(new TriageScoreClient(TriageScore.News2, asPublished: true).Info, Is.EqualTo(new ModelInfo { Id = "triage-news2-as-published", Provider = "embedded", Revision = "1", IsInProcess = true }).Using<ModelInfo>((one, other) => one.Id == other.Id && one.IsLocal == other.IsLocal));
}
