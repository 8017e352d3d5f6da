// SPDX-License-Identifier: Apache-2.0
using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Libqms
{
  /// <summary>What an object owns in C: freed when it is disposed, or when nothing reaches the object any more.</summary>
  internal sealed class Handle : SafeHandle
  {
    private static int count;
    private readonly Action<IntPtr> free;

    internal Handle(IntPtr pointer, Action<IntPtr> free) : base(IntPtr.Zero, true)
    {
      this.free = free;
      SetHandle(pointer);
      Interlocked.Increment(ref count);
    }

    /// <summary>Number of handles that are not freed yet.</summary>
    internal static int Count => count;

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
      free(handle);
      Interlocked.Decrement(ref count);
      return true;
    }
  }

  /// <summary>An object that owns memory in C. Each call locks Lock: so threads do not meet in one document, and nothing is freed while
  /// C works on it.</summary>
  public abstract class Resource : IDisposable
  {
    private readonly Handle handle;

    internal Resource(IntPtr pointer, Action<IntPtr> free)
    {
      handle = new Handle(pointer, free);
    }

    /// <summary>What a call on the object locks.</summary>
    internal virtual object Lock => this;

    /// <summary>The address in C. Only used under the lock.</summary>
    internal IntPtr Pointer => handle.IsClosed ? throw new ObjectDisposedException(GetType().Name) : handle.DangerousGetHandle();

    /// <summary>Frees the memory at once; whatever is called afterwards raises ObjectDisposedException. May be called twice.</summary>
    public void Dispose()
    {
      lock (Lock)
        handle.Dispose();
    }
  }
}
