System.Console.WriteLine("Coordination");
