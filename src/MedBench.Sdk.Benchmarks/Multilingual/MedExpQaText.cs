using System.Collections.Frozen;

namespace MedBench.Benchmarks;

/// <summary>The words of MedExpQA's prompt in four languages, as published.</summary>
internal static class MedExpQaText
{
    private static readonly FrozenDictionary<string, string[]> Lines = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["en"] =
        [
            "You are a helpful medical expert, and your task is to answer a multi-choice medical question using the relevant documents. Please choose the answer from the provided options. Your responses will be used for research purposes only, so please have a definite answer.",
            "Here are the relevant documents:", "Here is the question:", "Here are the potential choices:", "The correct answer is: ",
        ],
        ["es"] =
        [
            "Eres un experto médico y tu tarea consiste en responder a una pregunta médica de test utilizando tu conocimiento y los siguientes documentos relevantes. Por favor, elige la respuesta entre las opciones proporcionadas. Tus respuestas se utilizarán únicamente con fines de investigación, así que te rogamos que proporciones una respuesta definitiva.",
            "Estos son los documentos relevantes:", "Aquí está la pregunta:", "Aquí están las posibles opciones:", "La opción correcta es: ",
        ],
        ["it"] =
        [
            "Sei un medico esperto e il tuo compito consiste nel rispondere a una domanda di test medico utilizzando le tue conoscenze e i documenti successivi rilevanti. Per favore, scegli la risposta tra le opzioni fornite. Le tue risposte verranno utilizzate esclusivamente con fini di indagine, quindi ti chiediamo di fornirti una risposta definitiva.",
            "Questi sono i documenti rilevanti:", "Ecco la domanda:", "Ecco le opzioni possibili:", "L'opzione corretta è: ",
        ],
        ["fr"] =
        [
            "Vous êtes un expert en médecine et votre tâche consiste à répondre à une question d’examen médical en utilisant vos connaissances et les documents suivants. Veuillez choisir la réponse parmi les options proposées. Vos réponses seront utilisées uniquement à des fins de recherche, veuillez donc fournir une réponse claire.",
            "Voici les documents pertinents:", "Voici la question:", "Voici les options possibles:", "La bonne option est: ",
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Languages => Lines.Keys.Order(StringComparer.Ordinal);

    /// <summary>Returns the template of a language.</summary>
    public static PromptTemplate Of(string language)
    {
        var lines = Lines[language];
        return $"{lines[0]}\n{lines[1]}\n{{context}}\n{lines[2]}\n{{subject}}: {{stem}}\n{lines[3]}\n{{options}}\n{lines[4]}";
    }
}
