namespace MedBench.Benchmarks;

/// <summary>One of the 55 calculators of MedCalc-Bench.</summary>
/// <param name="Id">The number by which evaluation/evaluate.py knows it.</param>
/// <param name="Name">The name as version 1.0 writes it.</param>
/// <param name="Category">One of seven; what version 1.0 calls <c>lab</c> is <c>lab test</c>, as in later versions.</param>
/// <param name="Answer">What it gives.</param>
internal sealed record Calculator(int Id, string Name, string Category, CalculatorAnswer Answer)
{
    private static readonly Calculator[] All =
    [
        new(2, "Creatinine Clearance (Cockcroft-Gault Equation)", "lab test", CalculatorAnswer.Decimal),
        new(3, "CKD-EPI Equations for Glomerular Filtration Rate", "lab test", CalculatorAnswer.Decimal),
        new(4, "CHA2DS2-VASc Score for Atrial Fibrillation Stroke Risk", "risk", CalculatorAnswer.Integer),
        new(5, "Mean Arterial Pressure (MAP)", "physical", CalculatorAnswer.Decimal),
        new(6, "Body Mass Index (BMI)", "physical", CalculatorAnswer.Decimal),
        new(7, "Calcium Correction for Hypoalbuminemia", "lab test", CalculatorAnswer.Decimal),
        new(8, "Wells' Criteria for Pulmonary Embolism", "risk", CalculatorAnswer.Decimal),
        new(9, "MDRD GFR Equation", "lab test", CalculatorAnswer.Decimal),
        new(10, "Ideal Body Weight", "physical", CalculatorAnswer.Decimal),
        new(11, "QTc Bazett Calculator", "physical", CalculatorAnswer.Decimal),
        new(13, "Estimated Due Date", "date", CalculatorAnswer.Date),
        new(15, "Child-Pugh Score for Cirrhosis Mortality", "severity", CalculatorAnswer.Integer),
        new(16, "Wells' Criteria for DVT", "risk", CalculatorAnswer.Integer),
        new(17, "Revised Cardiac Risk Index for Pre-Operative Risk", "risk", CalculatorAnswer.Integer),
        new(18, "HEART Score for Major Cardiac Events", "risk", CalculatorAnswer.Integer),
        new(19, "Fibrosis-4 (FIB-4) Index for Liver Fibrosis", "lab test", CalculatorAnswer.Decimal),
        new(20, "Centor Score (Modified/McIsaac) for Strep Pharyngitis", "severity", CalculatorAnswer.Integer),
        new(21, "Glasgow Coma Score (GCS)", "severity", CalculatorAnswer.Integer),
        new(22, "Maintenance Fluids Calculations", "physical", CalculatorAnswer.Decimal),
        new(23, "MELD Na (UNOS/OPTN)", "lab test", CalculatorAnswer.Decimal),
        new(24, "Steroid Conversion Calculator", "dosage", CalculatorAnswer.Decimal),
        new(25, "HAS-BLED Score for Major Bleeding Risk", "risk", CalculatorAnswer.Integer),
        new(26, "Sodium Correction for Hyperglycemia", "lab test", CalculatorAnswer.Decimal),
        new(27, "Glasgow-Blatchford Bleeding Score (GBS)", "risk", CalculatorAnswer.Integer),
        new(28, "APACHE II Score", "risk", CalculatorAnswer.Integer),
        new(29, "PSI Score: Pneumonia Severity Index for CAP", "severity", CalculatorAnswer.Integer),
        new(30, "Serum Osmolality", "lab test", CalculatorAnswer.Decimal),
        new(31, "HOMA-IR (Homeostatic Model Assessment for Insulin Resistance)", "lab test", CalculatorAnswer.Decimal),
        new(32, "Charlson Comorbidity Index (CCI)", "risk", CalculatorAnswer.Integer),
        new(33, "FeverPAIN Score for Strep Pharyngitis", "diagnosis", CalculatorAnswer.Integer),
        new(36, "Caprini Score for Venous Thromboembolism (2005)", "risk", CalculatorAnswer.Integer),
        new(38, "Free Water Deficit", "lab test", CalculatorAnswer.Decimal),
        new(39, "Anion Gap", "lab test", CalculatorAnswer.Decimal),
        new(40, "Fractional Excretion of Sodium (FENa)", "lab test", CalculatorAnswer.Decimal),
        new(43, "Sequential Organ Failure Assessment (SOFA) Score", "risk", CalculatorAnswer.Integer),
        new(44, "LDL Calculated", "lab test", CalculatorAnswer.Decimal),
        new(45, "CURB-65 Score for Pneumonia Severity", "risk", CalculatorAnswer.Integer),
        new(46, "Framingham Risk Score for Hard Coronary Heart Disease", "lab test", CalculatorAnswer.Decimal),
        new(48, "PERC Rule for Pulmonary Embolism", "diagnosis", CalculatorAnswer.Integer),
        new(49, "Morphine Milligram Equivalents (MME) Calculator", "dosage", CalculatorAnswer.Decimal),
        new(51, "SIRS Criteria", "diagnosis", CalculatorAnswer.Integer),
        new(56, "QTc Fridericia Calculator", "physical", CalculatorAnswer.Decimal),
        new(57, "QTc Framingham Calculator", "physical", CalculatorAnswer.Decimal),
        new(58, "QTc Hodges Calculator", "physical", CalculatorAnswer.Decimal),
        new(59, "QTc Rautaharju Calculator", "physical", CalculatorAnswer.Decimal),
        new(60, "Body Surface Area Calculator", "physical", CalculatorAnswer.Decimal),
        new(61, "Target weight", "physical", CalculatorAnswer.Decimal),
        new(62, "Adjusted Body Weight", "physical", CalculatorAnswer.Decimal),
        new(63, "Delta Gap", "lab test", CalculatorAnswer.Decimal),
        new(64, "Delta Ratio", "lab test", CalculatorAnswer.Decimal),
        new(65, "Albumin Corrected Anion Gap", "lab test", CalculatorAnswer.Decimal),
        new(66, "Albumin Corrected Delta Gap", "lab test", CalculatorAnswer.Decimal),
        new(67, "Albumin Corrected Delta Ratio", "lab test", CalculatorAnswer.Decimal),
        new(68, "Estimated of Conception", "date", CalculatorAnswer.Date),
        new(69, "Estimated Gestational Age", "date", CalculatorAnswer.GestationalAge),
    ];

    private static readonly Dictionary<int, Calculator> ById = All.ToDictionary(calculator => calculator.Id);

    private static readonly Dictionary<string, Calculator> ByName = new(All.Select(calculator => KeyValuePair.Create(calculator.Name, calculator)), StringComparer.Ordinal)
    {
        // As later versions spell it.
        ["Estimated Date of Conception"] = ById[68],
    };

    /// <summary>Gets whether points are added up by rule; otherwise an equation is solved.</summary>
    public bool IsRuleBased => Category is "risk" or "severity" or "diagnosis";

    public static Calculator? Find(int id) => ById.GetValueOrDefault(id);

    public static Calculator? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);
}
